using System.Text.Json;
using Managed.Agents.Work;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Primitives;

/// <summary>The collections of metadata: written by initializer, compared by content, read-only in a record.</summary>
public sealed class MetadataTests
{
    [Fact]
    public void Entries_are_compared_by_content_in_any_order()
    {
        var one = new Metadata { ["a"] = "1", ["b"] = "2" };
        var same = new Metadata { ["b"] = "2", ["a"] = "1" };

        one.Equals(same).ShouldBeTrue();
        one.Equals((object)same).ShouldBeTrue();
        one.GetHashCode().ShouldBe(same.GetHashCode());
        one.Equals(null).ShouldBeFalse();
        one.Equals(new Metadata { ["a"] = "1" }).ShouldBeFalse();
        new Metadata { ["a"] = "1" }.Equals(one).ShouldBeFalse();
        one.Equals(new Metadata { ["a"] = "1", ["b"] = "3" }).ShouldBeFalse();
        one.Equals(new Metadata { ["a"] = "1", ["B"] = "2" }).ShouldBeFalse("keys are case-sensitive");
        one.GetHashCode().ShouldNotBe(new Metadata { ["a"] = "1", ["b"] = "3" }.GetHashCode());
    }

    [Fact]
    public void A_removed_key_is_not_equal_to_an_omitted_key()
    {
        var removed = new MetadataUpdate { ["a"] = null };

        removed.Equals(new MetadataUpdate { ["a"] = null }).ShouldBeTrue();
        removed.Equals(new MetadataUpdate { ["b"] = null }).ShouldBeFalse();
        removed.Equals(new MetadataUpdate()).ShouldBeFalse();
    }

    [Fact]
    public void The_metadata_of_a_record_is_read_only_and_the_message_says_how_to_change_it()
    {
        var request = new AgentCreateRequest { Name = "a", Model = "m", Metadata = new() { ["channel"] = "C1" } };

        request.Metadata.IsReadOnly.ShouldBeTrue();
        Action[] changes =
        [
            () => request.Metadata["channel"] = "C2",
            () => request.Metadata.Add("new", "1"),
            () => request.Metadata.Remove("channel"),
            () => request.Metadata.Clear(),
            () => ((ICollection<KeyValuePair<string, string>>)request.Metadata).Add(new("new", "1")),
            () => ((ICollection<KeyValuePair<string, string>>)request.Metadata).Remove(new("channel", "C1")),
        ];
        foreach (var change in changes)
        {
            Should.Throw<InvalidOperationException>(change).Message.ShouldContain("new Metadata(metadata)");
        }

        Should.Throw<NotSupportedException>(() => request.Metadata.Keys.Clear());
        request.Metadata.ShouldBe([new("channel", "C1")]);

        var changed = request with { Metadata = new Metadata(request.Metadata) { ["channel"] = "C2" } };
        changed.Metadata["channel"].ShouldBe("C2");
        request.Metadata["channel"].ShouldBe("C1");
    }

    [Fact]
    public void The_update_of_a_record_is_read_only_too_and_names_its_own_type()
    {
        var request = new AgentUpdateRequest { Metadata = new() { ["channel"] = null } };

        Should.Throw<InvalidOperationException>(() => request.Metadata!["channel"] = "C2").Message.ShouldContain("new MetadataUpdate(metadata)");
        Should.Throw<InvalidOperationException>(() => new WorkUpdateRequest { Metadata = new() }.Metadata.Clear());
    }

    [Fact]
    public void The_instance_of_the_caller_stays_writable_and_is_not_shared()
    {
        var mine = new Metadata { ["channel"] = "C1" };
        var request = new AgentCreateRequest { Name = "a", Model = "m", Metadata = mine };
        mine["channel"] = "C2";
        mine.Add("draft", "yes");

        mine.IsReadOnly.ShouldBeFalse();
        request.Metadata.ShouldBe([new("channel", "C1")]);

        var changes = new MetadataUpdate { ["channel"] = "C1" };
        var update = new AgentUpdateRequest { Metadata = changes };
        changes["channel"] = null;

        changes.IsReadOnly.ShouldBeFalse();
        update.Metadata.ShouldNotBeNull().ShouldBe([new("channel", "C1")]);
    }

    [Fact]
    public void A_record_shares_the_metadata_of_another_record()
    {
        var created = new AgentCreateRequest { Name = "a", Model = "m", Metadata = new() { ["channel"] = "C1" } };

        new SessionCreateRequest { Agent = "agent_1", EnvironmentId = "env_1", Metadata = created.Metadata }.Metadata.ShouldBeSameAs(created.Metadata);
    }

    [Fact]
    public void A_dictionary_converts_to_a_copy()
    {
        var dictionary = new Dictionary<string, string> { ["channel"] = "C1" };
        Metadata metadata = dictionary;
        var named = Metadata.FromDictionary(dictionary);
        var changes = new Dictionary<string, string?> { ["channel"] = null };
        MetadataUpdate update = changes;
        dictionary.Clear();
        changes.Clear();

        metadata.ShouldBe([new("channel", "C1")]);
        named.ShouldBe([new("channel", "C1")]);
        update.ShouldBe([new("channel", null)]);
        MetadataUpdate.FromDictionary(new() { ["draft"] = null }).ContainsKey("draft").ShouldBeTrue();
        Should.Throw<ArgumentNullException>(static () => (Metadata)(Dictionary<string, string>)null!).ParamName.ShouldBe("entries");
        Should.Throw<ArgumentException>(static () => new Metadata([new("a", "1"), new("a", "2")]));
    }

    [Fact]
    public void Metadata_can_be_read_like_a_dictionary()
    {
        var metadata = new Metadata { { "a", "1" }, { "b", "2" } };

        (metadata.Count, metadata.ContainsKey("a"), metadata.ContainsKey("c")).ShouldBe((2, true, false));
        metadata.TryGetValue("b", out var value).ShouldBeTrue();
        value.ShouldBe("2");
        metadata.TryGetValue("c", out _).ShouldBeFalse();
        Should.Throw<KeyNotFoundException>(() => metadata["c"]);
        metadata.Keys.ShouldBe(["a", "b"]);
        metadata.Values.ShouldBe(["1", "2"]);
        metadata.Remove("a").ShouldBeTrue();
        metadata.Remove("a").ShouldBeFalse();
        Should.Throw<ArgumentException>(() => metadata.Add("b", "3"));
        metadata.Clear();
        metadata.ShouldBeEmpty();
    }

    [Fact]
    public void Metadata_is_written_as_a_JSON_object_of_strings_and_read_back()
    {
        var metadata = new Metadata { ["channel"] = "C1", ["draft"] = "no" };
        var update = new MetadataUpdate { ["channel"] = "C2", ["draft"] = null };

        Json(metadata).ShouldBe("""{"channel":"C1","draft":"no"}""");
        Json(update).ShouldBe("""{"channel":"C2","draft":null}""");
        Read<Metadata>(Json(metadata)).Equals(metadata).ShouldBeTrue();
        Read<MetadataUpdate>(Json(update)).Equals(update).ShouldBeTrue();

        var request = new AgentCreateRequest { Name = "a", Model = "m", Metadata = metadata };
        var read = Read<AgentCreateRequest>(Json(request));
        read.ShouldBe(request);
        read.Metadata.IsReadOnly.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"id":"agent_1"}""")]
    [InlineData("""{"id":"agent_1","metadata":null}""")]
    [InlineData("""{"id":"agent_1","metadata":{}}""")]
    public void Absent_null_and_empty_metadata_read_as_empty(string json)
    {
        var agent = Read<Agent>(json);

        agent.Metadata.ShouldBeEmpty();
        agent.Metadata.IsReadOnly.ShouldBeTrue();
        Json(agent).ShouldNotContain("metadata");
    }

    [Fact]
    public void Null_and_empty_metadata_is_not_sent_unless_the_request_requires_it()
    {
        Json(new AgentCreateRequest { Name = "a", Model = "m", Metadata = null! }).ShouldBe("""{"name":"a","model":"m"}""");
        Json(new AgentCreateRequest { Name = "a", Model = "m", Metadata = new() }).ShouldBe("""{"name":"a","model":"m"}""");
        Json(new AgentUpdateRequest { Metadata = null }).ShouldBe("{}");
        Json(new AgentUpdateRequest { Metadata = new() }).ShouldBe("{}");
        new AgentUpdateRequest { Metadata = new() }.ShouldBe(new AgentUpdateRequest());
        Json(new WorkUpdateRequest { Metadata = new() }).ShouldBe("""{"metadata":{}}""");
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ManagedAgentsJson.Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ManagedAgentsJson.Options)!;
}
