using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Operations on links to VPCs. Nothing is reached through them here: they are kept.</summary>
internal static class HttpVpcLinkOperations
{
    private const string Id = "vpcLinkId";

    public static Answer Create(OperationCall call) => (
        from request in call.Read(HttpJson.Default.HttpVpcLink)
        from link in Check(New(request, call.Now))
        select Keep(call, link) with { VpcLinkStatus = "PENDING", VpcLinkStatusMessage = "VPC link is provisioning ENIs" }).Answer(201, HttpJson.Default.HttpVpcLink);

    public static Answer Get(OperationCall call) => Find(call).Answer(200, HttpJson.Default.HttpVpcLink);

    public static Answer List(OperationCall call) => Answer.Json(200, call.Page(call.Region.HttpVpcLinks.Values), HttpJson.Default.VpcLinks);

    /// <summary>Only the name can be changed.</summary>
    public static Answer Update(OperationCall call) => (
        from request in call.Read(HttpJson.Default.HttpVpcLink)
        from before in Find(call)
        from link in Check(before with { Name = request.Name ?? before.Name })
        select Keep(call, link)).Answer(200, HttpJson.Default.HttpVpcLink);

    public static Answer Delete(OperationCall call) => (
        from found in Find(call)
        from unused in found.Unless(UseRefusal(call, found))
        select Remove(call, unused)).Answer(202, HttpJson.Default.HttpVpcLinkDeletion);

    /// <summary>AWS makes it in minutes; here it is there at the next look.</summary>
    private static HttpVpcLink New(HttpVpcLink request, DateTimeOffset now) => request with
    {
        CreatedDate = HttpTime.Of(now),
        SecurityGroupIds = request.SecurityGroupIds ?? [],
        Tags = request.Tags ?? HttpMaps<string>.Empty,
        VpcLinkId = Ids.Part(),
        VpcLinkStatus = "AVAILABLE",
        VpcLinkStatusMessage = "VPC link is ready to route traffic",
        VpcLinkVersion = "V2",
    };

    private static Outcome<HttpVpcLink> Check(HttpVpcLink link) => link.Unless(link switch
    {
        { Name: null or "" } => Answer.BadRequest("VPC link name is a required parameter"),
        { SubnetIds: null or { Count: 0 } } => Answer.BadRequest("SubnetIds is a required parameter for VPC links"),
        _ => null,
    });

    private static Answer? UseRefusal(OperationCall call, HttpVpcLink link) =>
        call.Region.HttpApis.Values.FirstOrDefault(a => a.Content.Integrations.Values.Any(i => i.ConnectionId == link.VpcLinkId)) is { } user
            ? Answer.BadRequest($"Cannot delete VPC link '{link.VpcLinkId}': it is used by an integration of API {user.Api.ApiId}") : null;

    private static Outcome<HttpVpcLink> Find(OperationCall call) =>
        call.Region.HttpVpcLinks.GetValueOrDefault(call.Path[Id]).Or(Answer.NotFound($"Unable to find VpcLink by ID {call.Path[Id]}"));

    private static HttpVpcLink Keep(OperationCall call, HttpVpcLink link)
    {
        call.Region.HttpVpcLinks = call.Region.HttpVpcLinks.SetItem(link.VpcLinkId!, link);
        return link;
    }

    private static HttpVpcLinkDeletion Remove(OperationCall call, HttpVpcLink link)
    {
        call.Region.HttpVpcLinks = call.Region.HttpVpcLinks.Remove(link.VpcLinkId!);
        return new();
    }
}
