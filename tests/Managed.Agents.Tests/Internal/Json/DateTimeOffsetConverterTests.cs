using System.Text.Json;
using Managed.Agents.UserProfiles;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Json;

public sealed class DateTimeOffsetConverterTests
{
    [Theory]
    [InlineData("2026-10-01T12:30:00Z")]
    [InlineData("2026-10-01T12:30:00.5Z")]
    [InlineData("2026-10-01T12:30:00.1234567Z")]
    [InlineData("2026-10-01T14:30:00+02:00")]
    [InlineData("2026-10-01T07:30:00.25-05:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public void A_timestamp_is_written_in_the_format_of_the_API(string text)
    {
        var json = $$"""{"onboarded_at":"{{text}}"}""";

        var details = JsonSerializer.Deserialize<UserProfileExternalUserDetails>(json, ManagedAgentsJson.Options)!;

        details.OnboardedAt.ShouldBe(DateTimeOffset.Parse(text));
        JsonSerializer.Serialize(details, ManagedAgentsJson.Options).ShouldBe(json);
    }
}
