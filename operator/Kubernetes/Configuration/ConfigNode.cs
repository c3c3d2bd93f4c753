using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>An object of a kubeconfig that knows where it stands, so that every error can say it.</summary>
/// <param name="File">The file.</param>
/// <param name="Place">The path within it, such as <c>users[admin].user</c>.</param>
/// <param name="Members">What stands there.</param>
internal sealed record ConfigNode(string File, string Place, JsonObject Members)
{
    private string Folder => Path.GetDirectoryName(Path.GetFullPath(File)) ?? "/";

    /// <summary>A text; numbers and booleans count as what they were written as. Null when missing or empty.</summary>
    public string? Text(string name) => Members[name] switch
    {
        null => null,
        JsonValue value => value.ToString() is { Length: > 0 } text ? text : null,
        var other => throw Wrong(name, "a text", other),
    };

    public string RequiredText(string name) => Text(name) ?? throw Error(name, "is missing");

    public bool Flag(string name) => Members[name] switch
    {
        null => false,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        var other => throw Wrong(name, "true or false", other),
    };

    public ConfigNode? Object(string name) => Members[name] switch
    {
        null => null,
        JsonObject map => new ConfigNode(File, At(name), map),
        var other => throw Wrong(name, "a map", other),
    };

    public IReadOnlyList<ConfigNode> Objects(string name)
    {
        var items = List(name);
        return [.. items.Select((item, i) => item as JsonObject is { } map
            ? new ConfigNode(File, $"{At(name)}[{i}]", map)
            : throw Wrong($"{name}[{i}]", "a map", item))];
    }

    public IReadOnlyList<string> Texts(string name) =>
        [.. List(name).Select((item, i) => item is JsonValue value ? value.ToString() : throw Wrong($"{name}[{i}]", "a text", item))];

    /// <summary>The path of a file; relative ones count from the folder of the kubeconfig.</summary>
    public string? FilePath(string name) => Text(name) is { } path ? Path.GetFullPath(path, Folder) : null;

    /// <summary>PEM by value (base64, the name with <c>-data</c>) or by file; the value wins. Null when neither is there.</summary>
    public PemSource? Pem(string name)
    {
        var dataName = name + "-data";
        if (Text(dataName) is { } data) return new PemSource($"{File}: {At(dataName)}", DecodeBase64(dataName, data), null);
        return FilePath(name) is { } path ? new PemSource($"{File}: {At(name)} ({path})", null, path) : null;
    }

    public Uri? Url(string name, params ReadOnlySpan<string> schemes)
    {
        if (Text(name) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && schemes.Contains(url.Scheme)) return url;
        throw Error(name, $"'{text}' is no URL of {string.Join(", ", schemes!)}");
    }

    public KubernetesConfigurationException Error(string name, string what) => new($"{File}: {At(name)} {what}.");

    /// <summary>The place only: members may be secret.</summary>
    public override string ToString() => $"{File}: {Place}";

    private JsonArray List(string name) => Members[name] switch
    {
        null => [],
        JsonArray array => array,
        var other => throw Wrong(name, "a list", other),
    };

    private string DecodeBase64(string name, string data)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(data));
        }
        catch (FormatException)
        {
            throw Error(name, "is not base64");
        }
    }

    private string At(string name) => Place.Length == 0 ? name : $"{Place}.{name}";

    private KubernetesConfigurationException Wrong(string name, string expected, JsonNode? found) =>
        Error(name, $"must be {expected}, but is {(found is null ? "null" : Describe(found.GetValueKind()))}");

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "a map",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
