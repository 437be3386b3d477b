using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Serialization;

public sealed partial class UnionTests
{
    private static readonly JsonSerializerOptions ApplicationOptions = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ManagedAgentsJson.Options.TypeInfoResolver, ApplicationJson.Default),
    };

    private static readonly JsonSerializerOptions SmallBuffer = new(ManagedAgentsJson.Options) { DefaultBufferSize = 16 };

    [Fact]
    public void An_unknown_type_is_kept_unchanged()
    {
        const string Json = """{"type":"agent.dreamed","id":"sevt_1","processed_at":"2026-11-21T09:00:00Z","dream":{"of":"sheep"}}""";

        var unknown = Read(Json).ShouldBeOfType<UnknownSessionEvent>();

        unknown.Type.ShouldBe("agent.dreamed");
        unknown.Id.ShouldBe("sevt_1");
        unknown.ProcessedAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
        unknown.Problem.ShouldBeNull();
        Write(unknown).ShouldBe(Json);
    }

    [Fact]
    public void An_invalid_object_of_a_known_type_is_kept_unchanged_with_the_reason()
    {
        const string Json = """{"type":"agent.message","id":"sevt_1","content":"not a list"}""";

        var unknown = Read(Json).ShouldBeOfType<UnknownSessionEvent>();

        unknown.Type.ShouldBe("agent.message");
        unknown.Problem.ShouldNotBeNullOrEmpty();
        Write(unknown).ShouldBe(Json);
    }

    [Fact]
    public void An_invalid_part_does_not_invalidate_the_whole()
    {
        var message = Read("""{"type":"agent.message","id":"sevt_1","content":[{"type":"text","text":"a"},{"type":"text"},{"type":"hologram"},{"type":"text","text":"b"}]}""")
            .ShouldBeOfType<AgentMessageEvent>();

        message.Content.Count.ShouldBe(4);
        message.Content.OfType<UnknownSessionContentBlock>().Count().ShouldBe(2);
        message.Text.ShouldBe("ab");
    }

    [Theory]
    [InlineData("""{"type":"agent.thinking","id":"e","x":1}""")]
    [InlineData("""{"x":{"type":"agent.message"},"id":"e","type":"agent.thinking"}""")]
    [InlineData("""{"id":"e","ty\u0070e":"agent.th\u0069nking"}""")]
    public void The_type_is_found_at_any_position_and_with_any_escaping(string json) => Read(json).ShouldBeOfType<AgentThinkingEvent>().Id.ShouldBe("e");

    [Fact]
    public void Unknown_fields_are_written_back()
    {
        var thinking = Read("""{"type":"agent.thinking","id":"e","new":{"a":[1,null,"x"]},"also":null}""");

        thinking.AdditionalFields.Keys.ShouldBe(["new", "also"]);
        Write(thinking).ShouldBe("""{"type":"agent.thinking","id":"e","new":{"a":[1,null,"x"]},"also":null}""");
    }

    [Fact]
    public async Task Reading_from_a_stream_with_a_small_buffer_gives_the_same_result()
    {
        const string Json = """{"extra":[{"type":"x"},{"a":"bbbbbbbbbbbbbbbbbbbbbbbbbbbb"}],"content":[{"text":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","type":"text"}],"id":"e","type":"agent.message"}""";

        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(Json));
        var read = await JsonSerializer.DeserializeAsync<SessionEvent>(bytes, SmallBuffer);

        read.ShouldBe(Read(Json));
    }

    [Fact]
    public void An_application_can_serialize_our_types_inside_its_own()
    {
        var job = new Job("j1", Read("""{"type":"session.status_idle","id":"e","stop_reason":{"type":"requires_action","event_ids":["a"]},"new":1}"""));

        var json = JsonSerializer.Serialize(job, ApplicationOptions);

        json.ShouldBe("""{"name":"j1","last":{"type":"session.status_idle","stop_reason":{"type":"requires_action","event_ids":["a"]},"id":"e","new":1}}""");
        JsonSerializer.Deserialize<Job>(json, ApplicationOptions).ShouldBe(job);
    }

    [Fact]
    public void An_unknown_enum_value_is_read_compared_and_written_back()
    {
        var session = JsonSerializer.Deserialize<Session>("""{"type":"session","id":"s","status":"hibernating"}""", ManagedAgentsJson.Options)!;

        session.Status.ShouldBe(new SessionStatus("hibernating"));
        session.Status.ShouldNotBe(SessionStatus.Idle);
        JsonSerializer.Serialize(session.Status, ManagedAgentsJson.Options).ShouldBe("\"hibernating\"");
        default(SessionStatus).Value.ShouldBe("");
    }

    private static SessionEvent Read(string json) => JsonSerializer.Deserialize<SessionEvent>(json, ManagedAgentsJson.Options)!;

    private static string Write(SessionEvent value) => JsonSerializer.Serialize(value, ManagedAgentsJson.Options);

    internal sealed record Job(string Name, SessionEvent Last);

    [JsonSerializable(typeof(Job))]
    internal sealed partial class ApplicationJson : JsonSerializerContext;
}
