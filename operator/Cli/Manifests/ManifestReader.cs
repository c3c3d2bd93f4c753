using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;
using DirectRoute.Cli.Schemas;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Kubernetes.Serialization;

namespace DirectRoute.Cli.Manifests;

/// <summary>From files to manifests. Other kinds are passed over; what is wrong with ours goes to the findings.</summary>
/// <param name="defaultNamespace">The namespace of manifests that name none.</param>
internal sealed class ManifestReader(string defaultNamespace, FindingBag findings)
{
    private static readonly JsonSerializerOptions Json = KubernetesJson.CreateOptions(ManifestsJsonContext.Default);

    private readonly ManifestSet set = new();

    public static ManifestSet Read(IEnumerable<InputFile> files, string defaultNamespace, FindingBag findings)
    {
        var reader = new ManifestReader(defaultNamespace, findings);
        foreach (var file in files)
        {
            foreach (var document in YamlFileReader.Read(file, findings)) reader.Add(document);
        }
        return reader.set;
    }

    private void Add(YamlDocument document)
    {
        if (document.Root is ScalarNode { Value: null }) return;
        if (document.Root is MappingNode mapping) Add(document, mapping);
        else if (document.File.IsNamed) NotAManifest(document, "A manifest is a mapping with apiVersion, kind, metadata and spec.");
    }

    private void Add(YamlDocument document, MappingNode mapping)
    {
        var (version, kind) = (mapping.TextOf("apiVersion"), mapping.TextOf("kind"));
        if (mapping["items"] is ListNode items && kind?.EndsWith("List", StringComparison.Ordinal) == true) AddItems(document, items);
        else if (version == "v1" && kind == "Namespace") AddNamespace(mapping);
        else if (version == KindSchema.ApiVersion && KindSchema.Kinds.Contains(kind)) AddResource(document, kind!);
        else if (KindFaults.Check(mapping, version, kind) is { } fault) findings.Add(fault.In(document));
        else if (version is null && kind is null && document.File.IsNamed) NotAManifest(document, "It has no apiVersion and no kind, and is passed over.");
    }

    private void AddItems(YamlDocument document, ListNode items)
    {
        foreach (var item in items.Items) Add(new YamlDocument(document.File, item));
    }

    private void AddNamespace(MappingNode mapping)
    {
        if (mapping["metadata"] is not MappingNode metadata || metadata.TextOf("name") is not { } name) return;
        var labels = (metadata["labels"] as MappingNode)?.Members ?? [];
        set.AddNamespace(name, labels.Where(l => l.Value is ScalarNode).Select(l => KeyValuePair.Create(l.Key, ((ScalarNode)l.Value).Text)).ToValueMap());
    }

    private void NotAManifest(YamlDocument document, string message) =>
        findings.Warn(FindingReasons.NotAManifest, message, new Location(document.File, document.Root.Span));

    private void AddResource(YamlDocument document, string kind)
    {
        List<FieldFault> faults = [];
        var schema = KindSchema.Of(kind);
        var stored = (JsonObject)new SchemaReader(faults.Add).Read(document.Root, schema.Schema, "", document.Root.Span)!;
        if (faults.Count == 0) CheckRules(document, stored, schema.Schema, faults);
        var name = stored["metadata"]?["name"]?.ToString() ?? "";
        var id = new ResourceId(kind, schema.IsNamespaced ? stored["metadata"]?["namespace"]?.ToString() ?? defaultNamespace : null, name);
        foreach (var fault in faults) findings.Add(At(document, id, fault.Reason, fault.Field, fault.Span, fault.Message));
        if (name.Length == 0) return;
        var manifest = Understand(kind, id, document, stored, hasFaults: faults.Count > 0);
        if (set.Add(manifest) is { } other)
            findings.Add(At(document, id, FindingReasons.Duplicate, "metadata.name", manifest.Location.Span, $"{id} is declared twice, first at {Describe(other.Location)}. Rename one of the two, or remove it."));
    }

    /// <summary>Rules speak of whole objects: as long as a field is wrong, they would only repeat it.</summary>
    private static void CheckRules(YamlDocument document, JsonObject stored, Schema schema, List<FieldFault> faults) =>
        new RuleChecker((field, message) => faults.Add(new FieldFault(Reasons.InvalidValue, field, FieldLocator.Find(document.Root, field).Span, message)))
            .Check(stored, schema, "");

    private static string Describe(Location place) => $"{place.File.Name}:{place.Span.Line}";

    private Manifest Understand(string kind, ResourceId id, YamlDocument document, JsonObject stored, bool hasFaults) => kind switch
    {
        "AwsAccount" => Manifest<AwsAccountSpec>(id, document, stored, hasFaults),
        "DirectApi" => Manifest<DirectApiSpec>(id, document, stored, hasFaults),
        "DirectRoute" => Manifest<DirectRouteSpec>(id, document, stored, hasFaults),
        _ => Manifest<IntegrationRoleSpec>(id, document, stored, hasFaults),
    };

    private Manifest<TSpec> Manifest<TSpec>(ResourceId id, YamlDocument document, JsonObject stored, bool hasFaults)
        where TSpec : class => new()
        {
            Id = id,
            Document = document,
            Stored = stored,
            Spec = Spec<TSpec>(id, document, stored["spec"], hasFaults),
        };

    /// <summary>A specification with faults is still compiled if it can be understood, so that everything is said at once.</summary>
    private TSpec? Spec<TSpec>(ResourceId id, YamlDocument document, JsonNode? spec, bool hasFaults)
        where TSpec : class
    {
        try
        {
            return spec.Deserialize(Json.TypeInfo<TSpec>());
        }
        catch (JsonException e)
        {
            var field = $"spec{e.Path?.TrimStart('$')}";
            if (!hasFaults) findings.Add(At(document, id, Reasons.InvalidValue, field, FieldLocator.Find(document.Root, field).Span, "The value cannot be understood."));
            return null;
        }
    }

    private static Finding At(YamlDocument document, ResourceId id, string reason, string field, Span span, string message) => new()
    {
        Severity = FindingSeverity.Error,
        Reason = reason,
        Message = message,
        Field = field.Length == 0 ? null : field,
        Resource = id,
        Document = document,
        Location = new Location(document.File, span),
    };
}
