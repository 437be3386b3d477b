using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The skills of the emulator, including those by Anthropic, and the operations on them.</summary>
internal sealed class SkillStore
{
    private const string Latest = "latest";

    private readonly EmulatorServices _services;
    private readonly Dictionary<string, SkillState> _skills = new(StringComparer.Ordinal);

    public SkillStore(EmulatorServices services)
    {
        _services = services;
        AddPrebuilt("pdf", "PDF", "Reads, fills and creates PDF documents.");
        AddPrebuilt("docx", "Word", "Reads, edits and creates Word documents.");
        AddPrebuilt("pptx", "PowerPoint", "Reads, edits and creates PowerPoint presentations.");
        AddPrebuilt("xlsx", "Excel", "Reads, edits and creates Excel workbooks.");
    }

    public Lock Sync { get; } = new();

    public JsonNode Create(ApiCall call)
    {
        var package = SkillPackage.Read(call.Files);
        var name = call.Body.Text("display_name");
        if (name?.AsSpan().IndexOfAny("\r\n\u2028\u2029") >= 0)
        {
            throw ApiError.InvalidRequest("display_name: must be one line.");
        }

        lock (Sync)
        {
            var skill = Add(_services.NewId("skill"), SkillState.Custom, name ?? package.Manifest.Name);
            AddVersion(skill, package.Manifest, package.ToZip(_services.Now()));
            return skill.ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (Sync)
        {
            return Find(call).ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var source = call.Query.Text("source");
        lock (Sync)
        {
            return new ResourceList(call).Page(_skills.Values.Where(skill => source is null || skill.Source == source), static skill => skill.ToJson());
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (Sync)
        {
            var skill = FindCustom(call);
            _skills.Remove(skill.Id);
            return new JsonObject { ["id"] = skill.Id, ["type"] = "skill_deleted" };
        }
    }

    public SkillState Find(ApiCall call)
    {
        var id = call.Route("skill_id");
        return _skills.GetValueOrDefault(id) ?? throw ApiError.NotFound($"There is no skill {id}.");
    }

    /// <summary>Returns a custom skill, which can be changed.</summary>
    public SkillState FindCustom(ApiCall call)
    {
        var skill = Find(call);
        return skill.Source == SkillState.Custom ? skill : throw ApiError.InvalidRequest($"Skill {skill.Id} is by Anthropic and cannot be changed.");
    }

    public SkillVersionState AddVersion(SkillState skill, SkillManifest manifest, byte[]? zip)
    {
        var now = _services.Now();
        var version = new SkillVersionState(_services.NewId("skillver"), skill.Id, _services.NextSequence(), now, manifest, zip);
        skill.Versions.Add(version);
        skill.UpdatedAt = now;
        return version;
    }

    /// <summary>Checks that a session can use the skill.</summary>
    public void EnsureUsable(string source, string id, string? version)
    {
        lock (Sync)
        {
            if (!_skills.TryGetValue(id, out var skill) || skill.Source != source)
            {
                throw ApiError.NotFound($"skills: there is no skill {id} of type {source}.");
            }

            Find(skill, version ?? Latest);
        }
    }

    public static SkillVersionState Find(SkillState skill, string version) =>
        (version == Latest ? skill.Latest : skill.Versions.Find(other => other.Id == version))
            ?? throw ApiError.NotFound($"Skill {skill.Id} has no version {version}.");

    public DateTimeOffset Now() => _services.Now();

    private void AddPrebuilt(string id, string displayName, string description) =>
        AddVersion(Add(id, SkillState.Anthropic, displayName), new SkillManifest(id, description), zip: null);

    private SkillState Add(string id, string source, string displayName) =>
        _skills[id] = new SkillState(id, source, _services.NextSequence(), _services.Now()) { DisplayName = displayName };
}
