using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.Documentation;

/// <summary>Operations on versions of an API's documentation: its parts as they were.</summary>
internal static class DocumentationVersionOperations
{
    private static readonly Patcher<DocumentationVersion> Patcher = new(
        "updateDocumentationVersionInput", DocumentationJson.Default.DocumentationVersion, PatchWording.Short, PatchRule.Replace("/description"));

    public static Answer Create(OperationCall call) => (
        from request in call.Read(DocumentationJson.Default.CreateDocumentationVersion)
        from found in call.Api()
        from api in found.Unless(Refusal(request, found))
        select Publish(call, api, request)).Answer(201, DocumentationJson.Default.DocumentationVersion);

    public static Answer Get(OperationCall call) => (
        from api in call.Api()
        from version in Find(call, api)
        select version.Version).Answer(200, DocumentationJson.Default.DocumentationVersion);

    public static Answer List(OperationCall call) => (
        from api in call.Api()
        select Paging.Page(api.DocumentationVersions.Values.Select(v => v.Version), call.Query)).Answer(200, DocumentationJson.Default.DocumentationVersions);

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from api in call.Api()
        from before in Find(call, api)
        from after in Patcher.Apply(before.Version, patch)
        select Keep(call, api, before with { Version = after })).Answer(200, DocumentationJson.Default.DocumentationVersion);

    public static Answer Delete(OperationCall call) => (
        from api in call.Api()
        from found in Find(call, api)
        select call.Keep(api with { DocumentationVersions = api.DocumentationVersions.Remove(found.Version.Version!) })).Answer(202);

    /// <summary>The words are not recorded.</summary>
    private static Answer? Refusal(CreateDocumentationVersion request, RestApiState api)
    {
        if (string.IsNullOrEmpty(request.DocumentationVersion)) return Answer.BadRequest("Documentation version cannot be blank");
        if (api.DocumentationVersions.ContainsKey(request.DocumentationVersion)) return Answer.Conflict($"Documentation version {request.DocumentationVersion} already exists");
        return request.StageName is null || api.Stages.ContainsKey(request.StageName) ? null : Answer.NotFound("Invalid stage identifier specified");
    }

    private static DocumentationVersion Publish(OperationCall call, RestApiState api, CreateDocumentationVersion request)
    {
        var version = new DocumentationVersion { Version = request.DocumentationVersion, Description = request.Description, CreatedDate = call.Now.ToUnixTimeSeconds() };
        var stages = request.StageName is { } name ? api.Stages.SetItem(name, api.Stages[name] with { DocumentationVersion = version.Version }) : api.Stages;
        return Keep(call, api with { Stages = stages }, new(version, api.DocumentationParts));
    }

    private static Outcome<DocumentationVersionState> Find(OperationCall call, RestApiState api) =>
        api.DocumentationVersions.GetValueOrDefault(call.Path["doc_version"]).Or(Answer.NotFound("Invalid Documentation version specified"));

    private static DocumentationVersion Keep(OperationCall call, RestApiState api, DocumentationVersionState version)
    {
        call.Keep(api with { DocumentationVersions = api.DocumentationVersions.SetItem(version.Version.Version!, version) });
        return version.Version;
    }
}
