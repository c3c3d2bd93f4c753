using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace DirectRoute.Charts.Tests;

/// <summary>Kubernetes objects read from YAML.</summary>
internal sealed class Manifests(IReadOnlyList<JsonObject> objects)
{
    public IReadOnlyList<JsonObject> All => objects;

    /// <summary>The only object of a kind with this name, or a failed test.</summary>
    public JsonObject Single(string kind, string? name = null)
    {
        var matching = OfKind(kind).Where(o => name is null || NameOf(o) == name).ToList();
        Assert.True(matching.Count == 1, $"{matching.Count} objects are a {kind} {name}; there are {string.Join(", ", objects.Select(Describe))}");
        return matching[0];
    }

    public IEnumerable<JsonObject> OfKind(string kind) => objects.Where(o => (string?)o["kind"] == kind);

    /// <summary>The objects that the test wants, in their order.</summary>
    public Manifests Where(Func<JsonObject, bool> wanted) => new([.. objects.Where(wanted)]);

    /// <summary>All objects as one, for kubectl.</summary>
    public string ToList() => new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "List",
        ["items"] = new JsonArray([.. objects.Select(o => o.DeepClone())]),
    }.ToJsonString();

    public static string NameOf(JsonObject manifest) => (string)manifest["metadata"]!["name"]!;

    /// <summary>All documents of the files.</summary>
    public static Manifests Read(params string[] paths) => Parse(string.Join("\n---\n", paths.Select(File.ReadAllText)));

    /// <summary>All documents of a text; empty ones count for nothing.</summary>
    public static Manifests Parse(string yaml)
    {
        var toJson = new SerializerBuilder().JsonCompatible().Build();
        var fromYaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        var documents = yaml.Split("\n---", StringSplitOptions.None).Select(d => fromYaml.Deserialize<object?>(d.TrimStart('-')));
        return new([.. documents.OfType<IDictionary<object, object>>().Select(d => JsonNode.Parse(toJson.Serialize(d))!.AsObject())]);
    }

    private static string Describe(JsonObject manifest) => $"{manifest["kind"]} {NameOf(manifest)}";
}
