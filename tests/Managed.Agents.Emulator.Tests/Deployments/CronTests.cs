using System.Globalization;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class CronTests
{
    private const string Saturday = "2026-11-21T09:00Z";

    [Theory]
    [InlineData(Saturday, "0 9 * * 1-5", "Europe/Paris", "2026-11-23T08:00Z 2026-11-24T08:00Z 2026-11-25T08:00Z 2026-11-26T08:00Z 2026-11-27T08:00Z")]
    [InlineData(Saturday, "0-59/20 8,20 1 */6 *", "UTC", "2027-01-01T08:00Z 2027-01-01T08:20Z 2027-01-01T08:40Z 2027-01-01T20:00Z 2027-01-01T20:20Z")]
    [InlineData(Saturday, "* * * * *", "Asia/Kathmandu", "2026-11-21T09:01Z 2026-11-21T09:02Z 2026-11-21T09:03Z 2026-11-21T09:04Z 2026-11-21T09:05Z")]
    [InlineData(Saturday, "0 0 29 2 *", "UTC", "2028-02-29T00:00Z 2032-02-29T00:00Z 2036-02-29T00:00Z 2040-02-29T00:00Z 2044-02-29T00:00Z")]
    [InlineData(Saturday, "0 0 * * 7", "UTC", "2026-11-22T00:00Z 2026-11-29T00:00Z 2026-12-06T00:00Z 2026-12-13T00:00Z 2026-12-20T00:00Z")]
    [InlineData(Saturday, "0 0 * * 0", "UTC", "2026-11-22T00:00Z 2026-11-29T00:00Z 2026-12-06T00:00Z 2026-12-13T00:00Z 2026-12-20T00:00Z")]
    [InlineData(Saturday, "0 0 * * 5-7", "UTC", "2026-11-22T00:00Z 2026-11-27T00:00Z 2026-11-28T00:00Z 2026-11-29T00:00Z 2026-12-04T00:00Z")]
    [InlineData(Saturday, "0 0 * * 1-7", "UTC", "2026-11-22T00:00Z 2026-11-23T00:00Z 2026-11-24T00:00Z 2026-11-25T00:00Z 2026-11-26T00:00Z")]
    [InlineData(Saturday, "0 0 13 * 5", "UTC", "2026-11-27T00:00Z 2026-12-04T00:00Z 2026-12-11T00:00Z 2026-12-13T00:00Z 2026-12-18T00:00Z")]
    [InlineData(Saturday, "0 0 1-31 * 5", "UTC", "2026-11-22T00:00Z 2026-11-23T00:00Z 2026-11-24T00:00Z 2026-11-25T00:00Z 2026-11-26T00:00Z")]
    [InlineData(Saturday, "0 0 13 * 0-6", "UTC", "2026-11-22T00:00Z 2026-11-23T00:00Z 2026-11-24T00:00Z 2026-11-25T00:00Z 2026-11-26T00:00Z")]
    public async Task Expressions_follow_POSIX(string now, string expression, string timezone, string expected) =>
        (await UpcomingAsync(now, expression, timezone)).ShouldBe(expected.Split(' '));

    [Theory]
    [InlineData("2026-03-27T12:00Z", "30 2 * * *", "Europe/Paris", "2026-03-28T01:30Z 2026-03-30T00:30Z 2026-03-31T00:30Z 2026-04-01T00:30Z 2026-04-02T00:30Z")]
    [InlineData("2026-03-28T12:00Z", "0 2-3 * * *", "Europe/Paris", "2026-03-29T01:00Z 2026-03-30T00:00Z 2026-03-30T01:00Z 2026-03-31T00:00Z 2026-03-31T01:00Z")]
    [InlineData("2011-12-29T00:00Z", "0 12 * * *", "Pacific/Apia", "2011-12-29T22:00Z 2011-12-30T22:00Z 2011-12-31T22:00Z 2012-01-01T22:00Z 2012-01-02T22:00Z")]
    public async Task Skipped_local_times_do_not_fire(string now, string expression, string timezone, string expected) =>
        (await UpcomingAsync(now, expression, timezone)).ShouldBe(expected.Split(' '));

    [Theory]
    [InlineData("2026-10-24T12:00Z", "30 2 * * *", "Europe/Paris", "2026-10-25T00:30Z 2026-10-25T01:30Z 2026-10-26T01:30Z 2026-10-27T01:30Z 2026-10-28T01:30Z")]
    [InlineData("2026-10-25T01:00Z", "30 2 * * *", "Europe/Paris", "2026-10-25T01:30Z 2026-10-26T01:30Z 2026-10-27T01:30Z 2026-10-28T01:30Z 2026-10-29T01:30Z")]
    [InlineData("2026-10-24T23:45Z", "*/30 * * * *", "Europe/Paris", "2026-10-25T00:00Z 2026-10-25T00:30Z 2026-10-25T01:00Z 2026-10-25T01:30Z 2026-10-25T02:00Z")]
    [InlineData("2026-11-21T09:00Z", "30 2 25 10 *", "Europe/Paris", "2027-10-25T00:30Z 2028-10-25T00:30Z 2029-10-25T00:30Z 2030-10-25T00:30Z 2031-10-25T00:30Z")]
    [InlineData("2026-01-01T00:00Z", "30 2 25 10 *", "Europe/Paris", "2026-10-25T00:30Z 2026-10-25T01:30Z 2027-10-25T00:30Z 2028-10-25T00:30Z 2029-10-25T00:30Z")]
    [InlineData("2026-04-04T00:00Z", "45 1 5 4 *", "Australia/Lord_Howe", "2026-04-04T14:45Z 2026-04-04T15:15Z 2027-04-04T15:15Z 2028-04-04T15:15Z 2029-04-04T15:15Z")]
    public async Task Repeated_local_times_fire_twice(string now, string expression, string timezone, string expected) =>
        (await UpcomingAsync(now, expression, timezone)).ShouldBe(expected.Split(' '));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("0 * * * * *")]
    [InlineData("@daily")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * 32 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("* * * JAN *")]
    [InlineData("0 0 L * *")]
    [InlineData("0 0 15W * *")]
    [InlineData("0 0 ? * 1")]
    [InlineData("0 0 * * 1#2")]
    [InlineData("*/0 * * * *")]
    [InlineData("*/5/5 * * * *")]
    [InlineData("5/10 * * * *")]
    [InlineData("10-5 * * * *")]
    [InlineData("1-2-3 * * * *")]
    [InlineData("1, * * * *")]
    [InlineData("-1 * * * *")]
    [InlineData("0 0 30 2 *")]
    public async Task An_invalid_or_never_matching_expression_is_rejected(string expression)
    {
        await using var api = await TestApi.StartAsync();

        (await api.TryDeployAsync(DeploymentApi.Schedule(expression))).ShouldBeRefused("schedule.expression: ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Paris")]
    [InlineData("+01:00")]
    [InlineData("Eastern Standard Time")]
    public async Task A_time_zone_without_an_IANA_name_is_rejected(string timezone)
    {
        await using var api = await TestApi.StartAsync();

        (await api.TryDeployAsync(DeploymentApi.Schedule("0 3 * * *", timezone))).ShouldBeRefused("schedule.timezone: ");
    }

    private static async Task<IEnumerable<string>> UpcomingAsync(string now, string expression, string timezone)
    {
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = new ManualTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));
        return (await api.TryDeployAsync(DeploymentApi.Schedule(expression, timezone))).ShouldSucceed().Times();
    }
}
