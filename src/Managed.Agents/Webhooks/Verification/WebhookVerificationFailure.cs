namespace Managed.Agents.Webhooks;

/// <summary>The reason why a delivery could not be verified.</summary>
public enum WebhookVerificationFailure
{
    /// <summary>No signing key is configured.</summary>
    MissingKey,

    /// <summary>None of the configured signing keys is valid: each must be base64, with an optional <c>whsec_</c> prefix.</summary>
    InvalidKey,

    /// <summary>One of the three headers is missing.</summary>
    MissingHeader,

    /// <summary>A header is invalid. It must be an id, a whole number of seconds, or entries of the form <c>version,signature</c>.</summary>
    InvalidHeader,

    /// <summary>The attempt is older than the tolerance: it was replayed or delayed, or the clock of this machine is ahead.</summary>
    TimestampTooOld,

    /// <summary>The attempt is further in the future than the tolerance: most likely, the clock of this machine is behind.</summary>
    TimestampInFuture,

    /// <summary>The body is larger than the limit. It was not checked.</summary>
    BodyTooLarge,

    /// <summary>No signature matches any key: the delivery was forged, changed in transit, or signed with a key that is not configured.</summary>
    SignatureMismatch,

    /// <summary>The signature matches, but the body is not a JSON object with the fields of a delivery.</summary>
    InvalidBody,
}
