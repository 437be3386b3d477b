namespace Managed.Agents.Webhooks;

/// <summary>Why a delivery was refused.</summary>
public enum WebhookRefusal
{
    /// <summary>No signing key is configured, so nothing can be trusted.</summary>
    NoKey,

    /// <summary>No configured signing key is one: each must be base64, with or without <c>whsec_</c> before it.</summary>
    MalformedKey,

    /// <summary>One of the three headers is not there.</summary>
    MissingHeader,

    /// <summary>A header is not what it must be: an id, a whole number of seconds, entries <c>version,signature</c>.</summary>
    MalformedHeader,

    /// <summary>The attempt is older than the tolerance: it was overheard and sent again, it was held up, or the clock here is ahead.</summary>
    Stale,

    /// <summary>The attempt is from further ahead than the tolerance: most likely, the clock here is behind.</summary>
    FromTheFuture,

    /// <summary>The body is larger than allowed. It was not looked at.</summary>
    TooLarge,

    /// <summary>No signature matches any key: forged, changed on the way, or signed with a key that is not configured.</summary>
    NoMatch,

    /// <summary>The signature matches, and the body is no JSON object that could be a delivery.</summary>
    NotJson,
}
