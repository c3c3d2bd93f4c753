using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Compile;

/// <summary>
/// A folder of manifests and what the compiler makes of them. <c>input.yaml</c> holds at most one DirectApi, routes, roles, and an Account with the
/// facts of an account; <c>api.json</c>, <c>role.json</c> and <c>diagnostics.txt</c> are there when there is something to say.
/// </summary>
internal sealed class GoldenCase
{
    private static readonly JsonSerializerOptions Manifests = new() { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() } };

    private static readonly JsonSerializerOptions Output = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
    };

    /// <summary>A case shows what it is about: no empty list, no empty map, no false.</summary>
    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties) property.ShouldSerialize = (_, value) => property.Set is not null && value is not (null or false) && !IsEmpty(value);
    }

    private static bool IsEmpty(object? value) => value is System.Collections.IEnumerable items and not string && !items.Cast<object>().Any();

    private readonly IReadOnlyList<JsonObject> documents;
    private readonly AccountFacts account;

    public GoldenCase(string yaml) : this(YamlManifests.Read(yaml)) { }

    public GoldenCase(IReadOnlyList<JsonObject> documents)
    {
        this.documents = documents;
        account = OfKind("Account").Select(Facts).SingleOrDefault(Samples.Account);
    }

    /// <summary>The API that the compiler makes of the case, if there is one.</summary>
    public ApiModel? CompileApi() => OfKind("DirectApi").Select(d => ApiCompiler.Compile(Api(d)).Api).SingleOrDefault();

    /// <summary>The files that the compiler makes of the case, by name.</summary>
    public IReadOnlyDictionary<string, string> Compile()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var api = OfKind("DirectApi").Select(d => ApiCompiler.Compile(Api(d))).SingleOrDefault();
        if (api?.Api is { } model) files["api.json"] = Json(model);
        var compiled = OfKind("IntegrationRole").ToDictionary(Id, Role);
        var roles = compiled.Where(r => r.Value.Model is not null).Select(r => r.Value.Model!).Concat(api?.Role is { } own ? [own] : []).ToList();
        if (roles.Count > 0) files["role.json"] = Json(roles);
        var diagnostics = Diagnostics(api).Concat(compiled.SelectMany(r => Lines($"role {r.Key}", r.Value.Diagnostics))).ToList();
        if (diagnostics.Count > 0) files["diagnostics.txt"] = string.Join("\n", diagnostics) + "\n";
        return files;
    }

    private static IEnumerable<string> Diagnostics(ApiCompilation? api) => api is null ? [] :
    [
        .. Lines("api", api.Diagnostics),
        .. api.Routes.SelectMany(r => Lines($"route {r.Input.Id}", r.Diagnostics)),
        .. api.HeldRoutes.Select(key => $"held {key}"),
    ];

    private static IEnumerable<string> Lines(string of, ValueList<Diagnostic> diagnostics) =>
        diagnostics.Select(d => $"{of}: {d.Severity} {d.Subject}/{d.Reason}\n  {d}");

    private ApiInput Api(JsonObject document) => new()
    {
        Owner = new Owner("test", "DirectApi", Namespace(document), Name(document)),
        Spec = Spec<DirectApiSpec>(document),
        Account = account,
        Routes = OfKind("DirectRoute").Select(Route).ToValueList(),
        Roles = OfKind("IntegrationRole").Select(r => KeyValuePair.Create(Id(r), RoleFacts(r))).ToValueMap(),
    };

    private static RouteInput Route(JsonObject document) => new()
    {
        Namespace = Namespace(document),
        Name = Name(document),
        Uid = Id(document),
        CreationTimestamp = document["metadata"]!["creationTimestamp"] is { } created ? DateTimeOffset.Parse(created.ToString(), null) : DateTimeOffset.UnixEpoch,
        NamespaceLabels = (document["namespaceLabels"]?.AsObject() ?? []).Select(l => KeyValuePair.Create(l.Key, l.Value!.ToString())).ToValueMap(),
        Spec = Spec<DirectRouteSpec>(document),
    };

    private RoleFacts RoleFacts(JsonObject document) => new()
    {
        Arn = document["status"]?["arn"]?.ToString(),
        AccountName = document["status"]?["account"]?.ToString() ?? account.Name,
    };

    private RoleCompilation Role(JsonObject document) => RoleCompiler.Compile(new RoleInput
    {
        Owner = new Owner("test", "IntegrationRole", Namespace(document), Name(document)),
        Spec = Spec<IntegrationRoleSpec>(document),
        Account = account,
        Requests = OfKind("DirectRoute").Where(r => r["spec"]!["roleRef"]?["name"]?.ToString() == Name(document))
            .Select(r => new RoleRequest(Id(r), RouteCompiler.PermissionsOf(Spec<DirectRouteSpec>(r).Target, account))).ToValueList(),
    });

    private static AccountFacts Facts(JsonObject document) => document["facts"].Deserialize<AccountFacts>(Manifests)!;

    private IEnumerable<JsonObject> OfKind(string kind) => documents.Where(d => d["kind"]!.ToString() == kind);

    private static T Spec<T>(JsonObject document) => document["spec"].Deserialize<T>(Manifests)!;

    private static string Name(JsonObject document) => document["metadata"]!["name"]!.ToString();

    private static string Namespace(JsonObject document) => document["metadata"]!["namespace"]?.ToString() ?? "shop";

    private static string Id(JsonObject document) => $"{Namespace(document)}/{Name(document)}";

    /// <summary>Templates are written as lists of lines, so that a person can read them.</summary>
    public static string Json<T>(T value) => Readable(JsonSerializer.SerializeToNode(value, Output))!.ToJsonString(Output) + "\n";

    private static JsonNode? Readable(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(m => m.Value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 }))
            .Select(m => KeyValuePair.Create(m.Key, Readable(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Readable)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.ToString().Contains('\n', StringComparison.Ordinal) =>
            new JsonArray([.. value.ToString().Split('\n').Select(l => (JsonNode)l)]),
        _ => node?.DeepClone(),
    };
}
