using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.Documentation;

/// <summary>Operations on what is written about the parts of an API.</summary>
internal static class DocumentationPartOperations
{
    private static readonly Patcher<DocumentationPart> Patcher = new(
        "updateDocumentationPartInput", DocumentationJson.Default.DocumentationPart, PatchWording.Short, PatchRule.Replace("/properties"));

    public static Answer Create(OperationCall call) => (
        from request in call.Read(DocumentationJson.Default.DocumentationPart)
        from described in DocumentationRules.Check(request)
        from api in call.Api()
        from part in described.Unless(api.DocumentationParts.Values.Any(p => p.Location == described.Location)
            ? Answer.Conflict("Documentation part already exists for the specified location") : null) // the words are not recorded
        select Keep(call, api, part with { Id = Ids.Part() })).Answer(201, DocumentationJson.Default.DocumentationPart);

    public static Answer Get(OperationCall call) => (
        from api in call.Api()
        from part in Find(call, api)
        select part).Answer(200, DocumentationJson.Default.DocumentationPart);

    public static Answer List(OperationCall call) => (
        from api in call.Api()
        from documented in api.Unless(call.Query["locationStatus"] == "UNDOCUMENTED" ? Answer.BadRequest("The local gateway lists documented parts only.") : null)
        select Paging.Page(documented.DocumentationParts.Values.Where(p => IsAsked(call, p.Location!)), call.Query))
        .Answer(200, DocumentationJson.Default.DocumentationParts);

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from api in call.Api()
        from before in Find(call, api)
        from changed in Patcher.Apply(before, patch)
        from part in DocumentationRules.Check(changed)
        select Keep(call, api, part)).Answer(200, DocumentationJson.Default.DocumentationPart);

    public static Answer Delete(OperationCall call) => (
        from api in call.Api()
        from part in Find(call, api)
        select call.Keep(api with { DocumentationParts = api.DocumentationParts.Remove(part.Id!) })).Answer(202);

    /// <summary>The parts that a document brings; those that were there stay when it is merged, unless it describes the same.</summary>
    public static Answer Import(OperationCall call) => (
        from api in call.Api()
        from json in DocumentText.ToJson(call.Body)
        from parts in DocumentationOfDocument.Read(json)
        select Merge(call, api, parts, isOverwrite: call.Query["mode"] == "overwrite")).Answer(200, DocumentationJson.Default.DocumentationPartIds);

    public static ImmutableSortedDictionary<string, DocumentationPart> Merged(RestApiState api, IReadOnlyList<DocumentationPart> parts, bool isOverwrite)
    {
        var described = parts.Select(p => p.Location).ToHashSet();
        var kept = isOverwrite ? [] : api.DocumentationParts.Where(p => !described.Contains(p.Value.Location));
        return RestMaps<DocumentationPart>.Empty.AddRange(kept).AddRange(parts.ToDictionary(p => p.Id!));
    }

    private static DocumentationPartIds Merge(OperationCall call, RestApiState api, IReadOnlyList<DocumentationPart> parts, bool isOverwrite)
    {
        call.Keep(api with { DocumentationParts = Merged(api, parts, isOverwrite) });
        return new([.. parts.Select(p => p.Id!)], null);
    }

    private static bool IsAsked(OperationCall call, DocumentationLocation location) =>
        Is(call.Query["type"], location.Type) && Is(call.Query["name"], location.Name) && Is(call.Query["path"], location.Path);

    private static bool Is(string? asked, string? value) => string.IsNullOrEmpty(asked) || asked == value;

    private static Outcome<DocumentationPart> Find(OperationCall call, RestApiState api) =>
        api.DocumentationParts.GetValueOrDefault(call.Path["part_id"]).Or(Answer.NotFound("Invalid Documentation part identifier specified"));

    private static DocumentationPart Keep(OperationCall call, RestApiState api, DocumentationPart part)
    {
        call.Keep(api with { DocumentationParts = api.DocumentationParts.SetItem(part.Id!, part) });
        return part;
    }
}
