using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Yaml;

namespace DirectRoute.Cli.Schemas;

/// <summary>One of the project's kinds, as its CustomResourceDefinition describes it.</summary>
internal sealed class KindSchema
{
    public const string Group = "directroute.dev";
    public const string Version = "v1alpha1";
    public const string ApiVersion = $"{Group}/{Version}";

    public static readonly IReadOnlyList<string> Kinds = ["AwsAccount", "DirectApi", "DirectRoute", "IntegrationRole"];

    private static readonly Dictionary<string, KindSchema> Loaded = [];

    private KindSchema(bool isNamespaced, Schema schema) => (IsNamespaced, Schema) = (isNamespaced, schema);

    public bool IsNamespaced { get; }

    /// <summary>The whole object's.</summary>
    public Schema Schema { get; }

    /// <summary>The schema of a kind, read at its first use.</summary>
    public static KindSchema Of(string kind)
    {
        if (Loaded.TryGetValue(kind, out var loaded)) return loaded;
        var definition = Resource($"{Group}_{kind.ToLowerInvariant()}s.yaml");
        var schema = definition["spec"]!["versions"]!.AsArray().Single(v => v!["name"]!.ToString() == Version)!["schema"]!["openAPIV3Schema"]!;
        schema["properties"]!["metadata"] = Resource("objectmeta.yaml");
        return Loaded[kind] = new KindSchema(definition["spec"]!["scope"]!.ToString() == "Namespaced", SchemaParser.Parse(schema));
    }

    private static JsonNode Resource(string name)
    {
        using var stream = typeof(KindSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return YamlJson.Parse(reader.ReadToEnd(), name)!;
    }
}
