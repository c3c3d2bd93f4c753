using System.Text;
using DirectRoute.Core.Manifests;
using DirectRoute.Local.ControlPlane.Rest.Documents;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http.Documents;

/// <summary>ImportApi and ReimportApi: a document replaces all of an API but its stages and deployments.</summary>
internal static class HttpImportOperations
{
    public static Answer Import(OperationCall call) => (
        from document in Read(call)
        from content in HttpContentOfModel.Of(document.Model, new())
        from api in HttpApiOperations.Check(HttpApiOperations.New(Settings(new() { ProtocolType = "HTTP" }, document), Ids.Api(), call.Region.Region, call.Now))
        select Shown(call.KeepAndDeploy(new(api, content)), document)).Answer(201, HttpJson.Default.HttpApi);

    public static Answer Reimport(OperationCall call) => (
        from before in call.HttpApi()
        from document in Read(call)
        from content in HttpContentOfModel.Of(document.Model, before.Content)
        from api in HttpApiOperations.Check(Settings(before.Api, document))
        select Shown(call.KeepAndDeploy(before with { Api = api, Content = content }), document)).Answer(201, HttpJson.Default.HttpApi);

    private static Outcome<ApiDocument> Read(OperationCall call) =>
        from request in call.Read(HttpJson.Default.ImportHttpApi)
        from document in ApiDocument.Read(
            Encoding.UTF8.GetBytes(request.Body ?? ""), ApiProtocol.HTTP, new() { Region = call.Region.Region },
            new(call.Query["basepath"], call.Query["failOnWarnings"] == "true"))
        select document;

    private static HttpApi Settings(HttpApi api, ApiDocument document) => api with
    {
        Name = document.Model.Name,
        Description = document.Model.Description,
        Version = document.Version,
        DisableExecuteApiEndpoint = document.Model.DisableExecuteApiEndpoint,
        CorsConfiguration = HttpContentOfModel.Cors(document.Model.Cors),
        Tags = MethodOfRoute.Map(document.Model.Tags) ?? api.Tags ?? HttpMaps<string>.Empty,
    };

    private static HttpApi Shown(HttpApiState api, ApiDocument document) =>
        document.Warnings.Count == 0 ? api.Api : api.Api with { Warnings = document.Warnings };
}
