using System.Text.Json.Nodes;
using DirectRoute.Yaml;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>What one or several kubeconfig files say together.</summary>
internal sealed class Kubeconfig
{
    private readonly Dictionary<string, ConfigNode> clusters = [];
    private readonly Dictionary<string, ConfigNode> users = [];
    private readonly Dictionary<string, ConfigNode> contexts = [];
    private string? currentContext;

    private Kubeconfig(IReadOnlyList<string> files) => Files = files;

    /// <summary>The files, for messages.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Reads the files and merges them as kubectl does: the first to name a context, a cluster or a user, or the current context, wins.</summary>
    public static Kubeconfig Read(IReadOnlyList<string> files)
    {
        var merged = new Kubeconfig(files);
        foreach (var file in files) merged.Add(file, ConfigurationFile.ReadText(file, "kubeconfig"));
        return merged;
    }

    public ConfigNode Context(string? name)
    {
        var wanted = name ?? currentContext
            ?? throw new KubernetesConfigurationException($"{Source}: there is no current-context; name one of the contexts: {Names(contexts)}.");
        return Find(contexts, wanted, "context");
    }

    public ConfigNode Cluster(string name) => Find(clusters, name, "cluster");

    public ConfigNode User(string name) => Find(users, name, "user");

    private string Source => string.Join(Path.PathSeparator, Files);

    private void Add(string file, string text)
    {
        var root = Parse(file, text);
        if (root is null) return;
        currentContext ??= root.Text("current-context");
        AddNamed(clusters, root, "clusters", "cluster");
        AddNamed(users, root, "users", "user");
        AddNamed(contexts, root, "contexts", "context");
    }

    private static ConfigNode? Parse(string file, string text)
    {
        JsonNode? node;
        try
        {
            node = YamlJson.Parse(text, file);
        }
        catch (YamlFormatException e)
        {
            throw new KubernetesConfigurationException(e.Message, e);
        }
        return node switch
        {
            null => null,
            JsonObject map => new ConfigNode(file, "", map),
            _ => throw new KubernetesConfigurationException($"{file}: this is no kubeconfig, which begins with 'apiVersion: v1' and 'kind: Config'."),
        };
    }

    private static void AddNamed(Dictionary<string, ConfigNode> all, ConfigNode root, string list, string member)
    {
        HashSet<string> here = [];
        foreach (var entry in root.Objects(list))
        {
            var name = entry.RequiredText("name");
            if (!here.Add(name)) throw entry.Error("name", $"'{name}' is there twice");
            var content = entry.Object(member)?.Members ?? [];
            all.TryAdd(name, new ConfigNode(root.File, $"{list}[{name}].{member}", content));
        }
    }

    private ConfigNode Find(Dictionary<string, ConfigNode> all, string name, string what) => all.TryGetValue(name, out var found)
        ? found
        : throw new KubernetesConfigurationException($"{Source}: there is no {what} '{name}'; there are: {Names(all)}.");

    private static string Names(Dictionary<string, ConfigNode> all) => all.Count == 0 ? "none" : string.Join(", ", all.Keys.Order(StringComparer.Ordinal));
}
