using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the Google data controls of user profiles.</summary>
internal sealed class DataControlsOperations(EmulatorServices services)
{
    private readonly GoogleCloud _cloud = new();

    public UserProfileStore Profiles { get; } = new(services);

    public JsonNode Retrieve(ApiCall call) => Profiles.Use(all =>
    {
        var now = services.Now();
        var profile = UserProfileStore.Find(all, call);
        profile.DataControls.Settle(_cloud, now);
        return new DataControlsView(_cloud, now).Show(profile);
    });

    public JsonNode Update(ApiCall call) => Profiles.Use(all =>
    {
        var now = services.Now();
        var profile = UserProfileStore.Find(all, call);
        profile.DataControls.Settle(_cloud, now);
        new DataControlsRules(_cloud, now).Apply(profile, call.Body, all.Values);
        return new DataControlsView(_cloud, now).Show(profile);
    });

    /// <summary>Reads an emulated decision of the service or of Google Cloud.</summary>
    public T Read<T>(Func<GoogleCloud, T> read) => Profiles.Use(_ => read(_cloud));

    /// <summary>Changes an emulated decision. Validations that are already due complete with the previous decision.</summary>
    public void Change(Action<GoogleCloud> change) => Change((cloud, _, _) =>
    {
        change(cloud);
        return true;
    });

    /// <inheritdoc cref="Change(Action{GoogleCloud})"/>
    public T Change<T>(Func<GoogleCloud, IReadOnlyList<DataControlsState>, DateTimeOffset, T> change) => Profiles.Use(all =>
    {
        var now = services.Now();
        List<DataControlsState> controls = [.. all.Values.Select(static profile => profile.DataControls)];
        controls.ForEach(one => one.Settle(_cloud, now));
        return change(_cloud, controls, now);
    });

    public string NewStorageId() => services.NewId("estrg");
}
