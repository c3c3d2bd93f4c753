using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Operations on tags by ARN, in the second version's form. Either version's take the ARNs of both.</summary>
internal static class HttpTagOperations
{
    public static Answer Tag(OperationCall call) => (
        from request in call.Read(HttpJson.Default.HttpTags)
        from tagged in TagTarget.Find(call)
        select tagged.Keep(tagged.Tags.SetItems(request.Tags ?? HttpMaps<string>.Empty))).Answer(201);

    public static Answer Untag(OperationCall call) => TagOperations.Untag(call);

    public static Answer Get(OperationCall call) => TagTarget.Find(call).Select(t => new HttpTags(t.Tags)).Answer(200, HttpJson.Default.HttpTags);
}
