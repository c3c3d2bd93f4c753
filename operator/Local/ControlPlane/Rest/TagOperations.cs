using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Http;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on tags, by ARN: of APIs of both kinds and their stages.</summary>
internal static class TagOperations
{
    public static Answer Tag(OperationCall call) => (
        from request in call.Read(RestJson.Default.TagMap)
        from tagged in TagTarget.Find(call)
        select tagged.Keep(tagged.Tags.SetItems(request.Tags ?? RestMaps<string>.Empty))).Answer(204);

    public static Answer Untag(OperationCall call) => (
        from tagged in TagTarget.Find(call)
        select tagged.Keep(tagged.Tags.RemoveRange(call.Query["tagKeys"].OfType<string>()))).Answer(204);

    public static Answer Get(OperationCall call) => TagTarget.Find(call).Select(t => new TagMap(t.Tags)).Answer(200, RestJson.Default.TagMap);
}

/// <summary>Something that has tags.</summary>
/// <param name="Tags">The tags that it has.</param>
/// <param name="Keep">Gives it others.</param>
internal sealed record TagTarget(ImmutableSortedDictionary<string, string> Tags, Func<ImmutableSortedDictionary<string, string>, object> Keep)
{
    /// <summary>What the ARN of the path names: <c>arn:aws:apigateway:us-east-1::/restapis|apis/{id}[/stages/{name}]</c>.</summary>
    public static Outcome<TagTarget> Find(OperationCall call)
    {
        var arn = call.Path["resource_arn"].Split(':', 6);
        if (arn is not ["arn", _, "apigateway", _, _, var resource]) return Answer.BadRequest("Invalid ARN specified in the request");
        if (arn[3] != call.Region.Region) return NotFound();
        return resource.Trim('/').Split('/') switch
        {
            ["restapis", var id] => Api(call, id),
            ["restapis", var id, "stages", var name] => Stage(call, id, name),
            ["apis", var id] => HttpApi(call, id),
            ["apis", var id, "stages", var name] => HttpStage(call, id, name),
            _ => NotFound(),
        };
    }

    private static Outcome<TagTarget> HttpApi(OperationCall call, string id) =>
        call.Region.HttpApis.TryGetValue(id, out var api)
            ? new TagTarget(api.Api.Tags ?? RestMaps<string>.Empty, tags => call.Keep(api with { Api = api.Api with { Tags = tags } }))
            : NotFound();

    private static Outcome<TagTarget> HttpStage(OperationCall call, string id, string name) =>
        call.Region.HttpApis.TryGetValue(id, out var api) && api.Stages.TryGetValue(name, out var stage)
            ? new TagTarget(stage.Tags ?? RestMaps<string>.Empty, tags => call.Keep(api with { Stages = api.Stages.SetItem(name, stage with { Tags = tags }) }))
            : NotFound();

    private static Outcome<TagTarget> Api(OperationCall call, string id) =>
        call.Region.RestApis.TryGetValue(id, out var api)
            ? new TagTarget(api.Api.Tags ?? RestMaps<string>.Empty, tags => call.Keep(api with { Api = api.Api with { Tags = RestMaps<string>.NullIfEmpty(tags) } }))
            : NotFound();

    private static Outcome<TagTarget> Stage(OperationCall call, string id, string name) =>
        call.Region.RestApis.TryGetValue(id, out var api) && api.Stages.TryGetValue(name, out var stage)
            ? new TagTarget(
                stage.Tags ?? RestMaps<string>.Empty,
                tags => call.Keep(api with { Stages = api.Stages.SetItem(name, stage with { Tags = RestMaps<string>.NullIfEmpty(tags) }) }))
            : NotFound();

    private static Answer NotFound() => Answer.NotFound("Invalid resource specified in the ARN"); // not recorded
}
