using System.Text.Json;
using Managed.Agents.Work;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Serialization;

/// <summary>Durations, which are numbers of seconds or milliseconds on the wire.</summary>
public sealed class DurationTests
{
    private const long MaxTicks = long.MaxValue;

    [Theory]
    [InlineData("12.25", 122_500_000)]
    [InlineData("12", 120_000_000)]
    [InlineData("0", 0)]
    [InlineData("0.0000001", 1)]
    [InlineData("0.5", 5_000_000)]
    [InlineData("-1.5", -15_000_000)]
    [InlineData("86400", 864_000_000_000)]
    [InlineData("922337203685.4775807", MaxTicks)]
    public void Seconds_are_read_and_written_exactly(string number, long ticks)
    {
        Seconds(number).ShouldBe(new TimeSpan(ticks));
        Json(new SessionStats { ActiveDuration = new TimeSpan(ticks) }).ShouldBe($$"""{"active_seconds":{{number}}}""");
    }

    [Theory]
    [InlineData("1500", 15_000_000)]
    [InlineData("0", 0)]
    [InlineData("0.5", 5_000)]
    [InlineData("1.0001", 10_001)]
    [InlineData("120000", 1_200_000_000)]
    [InlineData("922337203685477.5807", MaxTicks)]
    public void Milliseconds_are_read_and_written_exactly(string number, long ticks)
    {
        Milliseconds(number).ShouldBe(new TimeSpan(ticks));
        Json(new BashToolInput { Timeout = new TimeSpan(ticks) }).ShouldBe($$"""{"timeout_ms":{{number}}}""");
    }

    [Theory]
    [InlineData("12.0", 120_000_000)]
    [InlineData("1.2e1", 120_000_000)]
    [InlineData("12.250000000000000000000000000000000000000000000001", 122_500_000)]
    [InlineData("1e-30", 0)]
    [InlineData("1e-400", 0)]
    [InlineData("-1e-400", 0)]
    [InlineData("1e11", 1_000_000_000_000_000_000)]
    [InlineData("1e12", MaxTicks)]
    [InlineData("1e40", MaxTicks)]
    [InlineData("1e400", MaxTicks)]
    [InlineData("-1e12", long.MinValue)]
    [InlineData("-1e40", long.MinValue)]
    [InlineData("-1e400", long.MinValue)]
    public void A_number_beyond_the_range_becomes_the_nearest_duration(string number, long ticks) => Seconds(number).ShouldBe(new TimeSpan(ticks));

    [Theory]
    [InlineData("1e15", MaxTicks)]
    [InlineData("1e14", 1_000_000_000_000_000_000)]
    [InlineData("-1e15", long.MinValue)]
    public void Milliseconds_have_the_same_range(string number, long ticks) => Milliseconds(number).ShouldBe(new TimeSpan(ticks));

    [Theory]
    [InlineData("\"12\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void A_value_that_is_not_a_number_is_an_error(string json)
    {
        var seconds = Should.Throw<JsonException>(() => Seconds(json));
        var milliseconds = Should.Throw<JsonException>(() => Milliseconds(json));

        (seconds.Path, milliseconds.Path).ShouldBe(("$.active_seconds", "$.timeout_ms"));
        seconds.Message.ShouldStartWith("A duration is a JSON number.");
        milliseconds.Message.ShouldStartWith("A duration is a JSON number.");
    }

    [Fact]
    public void A_null_duration_is_absent()
    {
        Seconds("null").ShouldBeNull();
        Json(new SessionStats()).ShouldBe("{}");
    }

    [Fact]
    public void Each_field_has_the_unit_of_its_name()
    {
        var one = TimeSpan.FromSeconds(1.5);
        var two = TimeSpan.FromSeconds(20);
        var three = TimeSpan.FromSeconds(0.25);

        Both(new SessionStats { ActiveDuration = one, TotalDuration = two }, """{"active_seconds":1.5,"duration_seconds":20}""");
        Both(
            new SessionThreadStats { ActiveDuration = one, TotalDuration = two, StartupDuration = three },
            """{"active_seconds":1.5,"duration_seconds":20,"startup_seconds":0.25}""");
        Both(new SessionUsage { ActiveDuration = one }, """{"active_seconds":1.5}""");
        Both(new BashToolInput { Timeout = one }, """{"timeout_ms":1500}""");
        Both(
            new WorkHeartbeat { LastHeartbeat = "now", LeaseExtended = true, State = WorkState.Active, TimeToLive = two },
            """{"type":"work_heartbeat","last_heartbeat":"now","lease_extended":true,"state":"active","ttl_seconds":20}""");
        Both(new WorkLeaseState { LastHeartbeat = "now", State = WorkState.Active, TimeToLive = one }, """{"last_heartbeat":"now","lease_extended":false,"state":"active","ttl_seconds":1.5}""");
    }

    private static void Both<T>(T value, string json)
    {
        Json(value).ShouldBe(json);
        JsonSerializer.Deserialize<T>(json, ManagedAgentsJson.Options).ShouldBe(value);
    }

    private static TimeSpan? Seconds(string json) =>
        JsonSerializer.Deserialize<SessionStats>($$"""{"active_seconds":{{json}}}""", ManagedAgentsJson.Options)!.ActiveDuration;

    private static TimeSpan? Milliseconds(string json) =>
        JsonSerializer.Deserialize<BashToolInput>($$"""{"timeout_ms":{{json}}}""", ManagedAgentsJson.Options)!.Timeout;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ManagedAgentsJson.Options);
}
