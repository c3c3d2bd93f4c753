using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.OpenApi;
using DirectRoute.Local.ControlPlane.Rest.Documents;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;
using DirectRoute.Yaml;

namespace DirectRoute.Local.ControlPlane.Http.Documents;

/// <summary>ExportApi: what a stage serves, or without a stage the API as it is now, as a document.</summary>
internal static class HttpExportOperations
{
    public static Answer Export(OperationCall call) => (
        from specification in call.Path["specification"].Unless(call.Path["specification"] == "OAS30" ? null : Answer.BadRequest("Specification must be OAS30"))
        from api in call.HttpApi()
        from source in Source(call, api)
        select Document(call, source)).Answer(d => call.Query["outputType"] == "YAML"
            ? Answer.Bytes(200, Encoding.UTF8.GetBytes(YamlJson.Write(d)), "application/yaml") : Answer.Bytes(200, Encoding.UTF8.GetBytes(d.ToJsonString()), "application/json"));

    private static Outcome<(HttpApi Api, HttpApiContent Content)> Source(OperationCall call, HttpApiState api)
    {
        if (call.Query["stageName"].ToString() is not { Length: > 0 } name) return (api.Api, api.Content);
        return
            from stage in api.Stages.GetValueOrDefault(name).Or(HttpStageOperations.NotFound(name, api))
            from deployment in api.Deployments.GetValueOrDefault(stage.DeploymentId ?? "").Or(Answer.BadRequest($"Stage {name} has no deployment"))
            select (deployment.Api, deployment.Content);
    }

    private static JsonObject Document(OperationCall call, (HttpApi Api, HttpApiContent Content) source)
    {
        var document = OpenApiWriter.Write(HttpModelOfContent.Of(source.Api, source.Content, call.Region.Region)).Document;
        if (source.Api.Version is { } version) document["info"]!["version"] = version;
        if (call.Query["includeExtensions"] == "false") Extensions.Remove(document);
        return document;
    }
}
