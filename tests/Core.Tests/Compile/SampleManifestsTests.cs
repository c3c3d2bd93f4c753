using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Compile;

/// <summary>Every sample compiles as it is.</summary>
public sealed class SampleManifestsTests
{
    private static readonly JsonSerializerOptions Manifests = new() { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() } };

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(RepositoryFolder.PathOf("config", "samples")).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Sample_Folder_Compiles(string folder)
    {
        var documents = Directory.GetFiles(RepositoryFolder.PathOf("config", "samples", folder), "*.yaml").SelectMany(f => YamlManifests.Read(File.ReadAllText(f))).ToList();

        foreach (var api in documents.Where(d => IsOf(d, "DirectApi")))
        {
            var compiled = ApiCompiler.Compile(Input(api, documents));

            Assert.NotEmpty(compiled.Routes);
            Assert.Empty(compiled.Diagnostics.Concat(compiled.Routes.SelectMany(r => r.Diagnostics)));
        }
    }

    private static ApiInput Input(JsonObject api, List<JsonObject> documents) => new()
    {
        Owner = new Owner("test", "DirectApi", "shop", NameOf(api)),
        Spec = api["spec"].Deserialize<DirectApiSpec>(Manifests)!,
        Account = Samples.Account,
        Routes = documents.Where(d => IsOf(d, "DirectRoute") && d["spec"]!["apiRef"]!["name"]!.ToString() == NameOf(api)).Select(Route).ToValueList(),
        Roles = documents.Where(d => IsOf(d, "IntegrationRole"))
            .Select(d => KeyValuePair.Create($"shop/{NameOf(d)}", new RoleFacts { AccountName = "default", Arn = "arn:aws:iam::123456789012:role/x" })).ToValueMap(),
    };

    private static RouteInput Route(JsonObject document) => new()
    {
        Namespace = "shop",
        Name = NameOf(document),
        Uid = NameOf(document),
        CreationTimestamp = DateTimeOffset.UnixEpoch,
        Spec = document["spec"].Deserialize<DirectRouteSpec>(Manifests)!,
    };

    private static bool IsOf(JsonObject document, string kind) => document["kind"]!.ToString() == kind;

    private static string NameOf(JsonObject document) => document["metadata"]!["name"]!.ToString();
}
