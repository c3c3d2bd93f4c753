using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.OpenApi;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;
using DirectRoute.Yaml;

namespace DirectRoute.Local.ControlPlane.Rest.Documents;

/// <summary>GetExport: what a stage serves, as a document.</summary>
internal static class ExportOperations
{
    public static Answer Export(OperationCall call) => (
        from type in call.Path["export_type"].Unless(call.Path["export_type"] == "oas30" ? null
            : Answer.BadRequest("The local gateway exports oas30 only."))
        from api in call.Api()
        from stage in api.Stages.GetValueOrDefault(call.Path["stage_name"]).Or(Answer.NotFound("Invalid stage identifier specified"))
        from deployment in api.Deployments.GetValueOrDefault(stage.DeploymentId ?? "").Or(Answer.NotFound("Invalid Deployment identifier specified"))
        select Document(call, deployment, stage)).Answer(d => File(d, call));

    private static JsonObject Document(OperationCall call, RestDeploymentState deployment, RestStage stage)
    {
        var (api, region) = (deployment.Api, call.Region.Region);
        var document = OpenApiWriter.Write(ModelOfContent.Of(api, deployment.Content, region)).Document;
        document["info"]!["version"] = api.Version ?? DateTimeOffset.FromUnixTimeSeconds(api.CreatedDate).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        document["servers"] = Servers(api, region, stage);
        if (!call.Query["extensions"].ToString().Split(',').Any(e => e.Trim() is "apigateway" or "integrations" or "authorizers")) Extensions.Remove(document);
        return document;
    }

    /// <summary>Recorded on AWS.</summary>
    private static JsonArray Servers(RestApi api, string region, RestStage stage) =>
    [
        new JsonObject
        {
            ["url"] = $"https://{api.Id}.execute-api.{region}.amazonaws.com/{{basePath}}",
            ["variables"] = new JsonObject { ["basePath"] = new JsonObject { ["default"] = stage.StageName } },
        },
    ];

    private static Answer File(JsonObject document, OperationCall call)
    {
        var isYaml = call.Accept.Contains("yaml", StringComparison.OrdinalIgnoreCase);
        var name = $"{call.Path["export_type"]}_{FileName(document["info"]!["version"]!.GetValue<string>())}.{(isYaml ? "yaml" : "json")}";
        var text = isYaml ? YamlJson.Write(document) : document.ToJsonString();
        return Answer.Bytes(200, Encoding.UTF8.GetBytes(text), "application/octet-stream", $"attachment; filename=\"{name}\"");
    }

    /// <summary>A version is any text; in a header stands only what is harmless.</summary>
    private static string FileName(string version) => string.Concat(version.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':'));
}
