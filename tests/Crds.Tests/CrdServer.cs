using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace DirectRoute.Crds.Tests;

/// <summary>
/// A present-day server of custom resources that has every file of <c>crds/</c>. Unlike the API server of the other tests it
/// evaluates CEL rules and refuses unknown fields. It knows neither namespaces nor other kinds.
/// </summary>
public sealed class CrdServer : IAsyncLifetime
{
    private const string Definitions = "apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private const string Group = "apis/directroute.dev/v1alpha1";
    private const string Strict = "fieldValidation=Strict&fieldManager=tests";

    private Dictionary<string, string> variables = [];
    private HttpClient? client;

    /// <summary>Why there is no such server here; null when there is one.</summary>
    public static string? WhyAbsent { get; } =
        RunAsync(EnvironmentVariables.OfThisProcess(), "crd-server", "is-provided").GetAwaiter().GetResult().Succeeded
            ? null
            : "The CRD server has not been built; `tests/environment/crd-server provide` builds it, or says why it cannot be had.";

    /// <summary>The files that define the kinds.</summary>
    internal static IReadOnlyList<string> Files { get; } = Directory.GetFiles(Repository.PathOf("crds"), "directroute.dev_*.yaml");

    private HttpClient Client => client ?? throw new InvalidOperationException(WhyAbsent);

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (WhyAbsent is not null) return;
        var own = EnvironmentVariables.OfThisProcess();
        var up = (await RunAsync(own, "crd-server", "up")).EnsureSuccess();
        foreach (var (name, value) in EnvironmentVariables.Parse(up.Output)) own[name] = value;
        variables = own;
        client = Connect();
        foreach (var file in Files) await DefineAsync(await File.ReadAllTextAsync(file));
        foreach (var name in Kind.All.Select(k => k.Definition)) await ServesAsync(name);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (client is null) return;
        client.Dispose();
        (await RunAsync(variables, "down")).EnsureSuccess();
        Directory.Delete(variables["DIRECTROUTE_RUN"], recursive: true);
    }

    /// <summary>Creates an object with a name of its own.</summary>
    internal Task<Answer> CreateAsync(Kind kind, string spec) =>
        SendAsync(HttpMethod.Post, $"{kind.Path(Group)}?{Strict}", "application/yaml", kind.Manifest(TestEnvironment.NewName("test"), spec));

    /// <summary>Puts another spec in the place of an object's.</summary>
    internal Task<Answer> ReplaceAsync(Kind kind, JsonNode stored, string spec)
    {
        var (name, version) = ((string)stored["metadata"]!["name"]!, (string)stored["metadata"]!["resourceVersion"]!);
        return SendAsync(HttpMethod.Put, $"{kind.Path(Group)}/{name}?{Strict}", "application/yaml", kind.Manifest(name, spec, version));
    }

    /// <summary>Applies one document, as GitOps tools and the operator do: server-side.</summary>
    internal Task<Answer> ApplyAsync(Kind kind, string name, string manifest) =>
        SendAsync(HttpMethod.Patch, $"{kind.Path(Group)}/{name}?{Strict}&force=true", "application/apply-patch+yaml", manifest);

    /// <summary>The definition of a kind, as the server has stored it.</summary>
    internal Task<Answer> DefinitionAsync(string name) => SendAsync(HttpMethod.Get, $"{Definitions}/{name}", null, null);

    /// <summary>Sends a definition that the server must judge but need not keep.</summary>
    internal Task<Answer> TryDefinitionAsync(string manifest, string name) =>
        SendAsync(HttpMethod.Patch, $"{Definitions}/{name}?{Strict}&force=true&dryRun=All", "application/apply-patch+yaml", manifest);

    private static Task<CommandResult> RunAsync(IReadOnlyDictionary<string, string> variables, string script, params string[] arguments) =>
        CommandRunner.RunAsync(Repository.PathOf("tests", "environment", script), arguments, variables, null, CancellationToken.None);

    private async Task DefineAsync(string manifest)
    {
        var answer = await SendAsync(HttpMethod.Post, $"{Definitions}?{Strict}", "application/yaml", manifest);
        if (answer.Code != HttpStatusCode.Created) throw new InvalidOperationException($"The server refuses a kind: {answer.Body.ToJsonString()}");
    }

    // Established says that the names are free; the server answers for the kind a moment later.
    private Task ServesAsync(string definition) =>
        Eventually.HoldsAsync($"{definition} is served", async () =>
            (await SendAsync(HttpMethod.Get, $"{Group}/{definition.Split('.')[0]}", null, null)).Code == HttpStatusCode.OK);

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? contentType, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, MediaTypeHeaderValue.Parse(contentType!));
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new Answer(response.StatusCode, isJson ? JsonNode.Parse(text)! : JsonValue.Create(text));
    }

    private HttpClient Connect()
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(variables["DIRECTROUTE_TEST_CA"]);
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.AddRange(authorities);
        var certificate = X509Certificate2.CreateFromPemFile(variables["DIRECTROUTE_TEST_CLIENT_CRT"], variables["DIRECTROUTE_TEST_CLIENT_KEY"]);
        var tls = new SslClientAuthenticationOptions { CertificateChainPolicy = trust, ClientCertificates = [certificate] };
        return new HttpClient(new SocketsHttpHandler { SslOptions = tls, UseProxy = false })
        {
            BaseAddress = new Uri(variables["DIRECTROUTE_TEST_CRD_SERVER"] + "/"),
            Timeout = Eventually.Patience,
        };
    }
}

/// <summary>The tests that share one server. They differ in the names of their objects.</summary>
[CollectionDefinition(nameof(CrdServer))]
public sealed class CrdServerTests : ICollectionFixture<CrdServer>;
