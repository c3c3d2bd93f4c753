namespace DirectRoute.Crds.Tests;

/// <summary>One of the kinds, and where it is served.</summary>
internal sealed record Kind(string Name, string Plural, bool IsNamespaced)
{
    public static Kind AwsAccount { get; } = new("AwsAccount", "awsaccounts", false);

    public static Kind DirectApi { get; } = new("DirectApi", "directapis", true);

    public static Kind DirectRoute { get; } = new("DirectRoute", "directroutes", true);

    public static Kind IntegrationRole { get; } = new("IntegrationRole", "integrationroles", true);

    public static IReadOnlyList<Kind> All { get; } = [AwsAccount, DirectApi, DirectRoute, IntegrationRole];

    /// <summary>The name of its definition.</summary>
    public string Definition => $"{Plural}.directroute.dev";

    public static Kind Named(string name) => All.Single(k => k.Name == name);

    public string Path(string group) => IsNamespaced ? $"{group}/namespaces/default/{Plural}" : $"{group}/{Plural}";

    /// <summary>A manifest, given the spec in YAML's flow style; with a version it replaces that version.</summary>
    public string Manifest(string name, string spec, string? version = null)
    {
        var at = version is null ? "" : $", resourceVersion: '{version}'";
        return $"{{apiVersion: directroute.dev/v1alpha1, kind: {Name}, metadata: {{name: {name}{at}}}, spec: {spec}}}";
    }
}
