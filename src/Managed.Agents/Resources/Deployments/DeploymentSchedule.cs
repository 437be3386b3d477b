using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The schedule of a deployment. Currently always a <see cref="CronSchedule"/>.</summary>
[JsonConverter(typeof(UnionConverter<DeploymentSchedule>))]
public abstract record DeploymentSchedule : ApiObject, IApiUnion<DeploymentSchedule>, IUnionMember
{
    private static readonly UnionVariants<DeploymentSchedule> Variants = new(
        static raw => new UnknownDeploymentSchedule(raw),
        ("cron", typeof(CronSchedule)));

    private protected DeploymentSchedule()
    {
    }

    /// <summary>The type on the wire: <c>cron</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DeploymentSchedule> IApiUnion<DeploymentSchedule>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Creates a schedule from a cron expression.</summary>
    /// <param name="expression">The cron expression. See <see cref="CronSchedule.Expression"/>.</param>
    /// <param name="timezone">An IANA time zone, for example <c>Europe/Paris</c>.</param>
    /// <returns>A <see cref="CronSchedule"/>.</returns>
    public static DeploymentSchedule Cron(string expression, string timezone) => new CronSchedule(expression, timezone);
}
