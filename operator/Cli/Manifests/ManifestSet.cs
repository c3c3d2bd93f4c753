using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Cli.Manifests;

/// <summary>All that the input declares, each resource once.</summary>
internal sealed class ManifestSet
{
    private readonly Dictionary<(string Kind, string Key), Manifest> byId = [];
    private readonly Dictionary<string, ValueMap<string>> labels = new(StringComparer.Ordinal);

    public List<Manifest<AwsAccountSpec>> Accounts { get; } = [];
    public List<Manifest<DirectApiSpec>> Apis { get; } = [];
    public List<Manifest<DirectRouteSpec>> Routes { get; } = [];
    public List<Manifest<IntegrationRoleSpec>> Roles { get; } = [];

    /// <summary>How many resources there are.</summary>
    public int Count => byId.Count;

    /// <summary>Adds a resource; gives the one that has its kind, namespace and name already, and then nothing is added.</summary>
    public Manifest? Add(Manifest manifest)
    {
        if (!byId.TryAdd((manifest.Id.Kind, manifest.Key), manifest)) return byId[(manifest.Id.Kind, manifest.Key)];
        switch (manifest)
        {
            case Manifest<AwsAccountSpec> account: Accounts.Add(account); break;
            case Manifest<DirectApiSpec> api: Apis.Add(api); break;
            case Manifest<DirectRouteSpec> route: Routes.Add(route); break;
            case Manifest<IntegrationRoleSpec> role: Roles.Add(role); break;
        }
        return null;
    }

    /// <summary>The resource; null when the input has none.</summary>
    /// <param name="key"><c>namespace/name</c>; of kinds without a namespace <c>/name</c>.</param>
    public Manifest? Find(string kind, string key) => byId.GetValueOrDefault((kind, key));

    /// <summary>Names of a kind, for suggestions.</summary>
    public IEnumerable<string> KeysOf(string kind) => byId.Keys.Where(id => id.Kind == kind).Select(id => id.Key);

    public void AddNamespace(string name, ValueMap<string> itsLabels) => labels[name] = itsLabels;

    /// <summary>Whether the input has the Namespace, so that its labels are known.</summary>
    public bool KnowsNamespace(string name) => labels.ContainsKey(name);

    public ValueMap<string> LabelsOf(string ns) => labels.GetValueOrDefault(ns);
}
