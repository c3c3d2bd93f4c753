using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on tags, by ARN, of all that has tags.</summary>
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
