using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The media types of embedded images and documents.</summary>
public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("image", "image/jpeg")]
    [InlineData("image", "image/png")]
    [InlineData("image", "image/gif")]
    [InlineData("image", "image/webp")]
    [InlineData("document", "application/pdf")]
    [InlineData("document", "text/plain")]
    public async Task A_supported_media_type_is_accepted(string type, string mediaType)
    {
        await using var api = await TestApi.StartAsync();

        (await api.SendEventsAsync(await api.CreateSessionAsync(), Message(type, mediaType))).ShouldSucceed();
    }

    [Theory]
    [InlineData("image", "image/svg+xml")]
    [InlineData("image", "image/tiff")]
    [InlineData("image", "image/jpg")]
    [InlineData("image", "application/pdf")]
    [InlineData("image", "")]
    [InlineData("document", "image/png")]
    [InlineData("document", "application/json")]
    [InlineData("document", "text/csv")]
    [InlineData("document", "application/zip")]
    public async Task Any_other_media_type_is_refused(string type, string mediaType)
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        (await api.SendEventsAsync(session, Message(type, mediaType))).ShouldBeRefused($"events[0].content[1].source.media_type: \"{mediaType}\" is not supported");
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.ShouldBeEmpty();
    }

    private static JsonObject Message(string type, string mediaType)
    {
        var message = Inputs.Message("Look:");
        message["content"]!.AsArray().Add(new JsonObject
        {
            ["type"] = type,
            ["source"] = new JsonObject { ["type"] = "base64", ["media_type"] = mediaType, ["data"] = "AQID" },
        });
        return message;
    }
}
