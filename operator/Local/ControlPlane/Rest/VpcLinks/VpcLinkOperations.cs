using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.VpcLinks;

/// <summary>VpcLink, and the body of CreateVpcLink.</summary>
internal sealed record VpcLink
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<string>? TargetArns { get; init; }
    public string? Status { get; init; }
    public string? StatusMessage { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
}

/// <summary>Operations on links to load balancers of a VPC. Nothing is reached through them here: they are kept.</summary>
internal static class VpcLinkOperations
{
    public static RegionParts<VpcLink> Parts { get; } = new("vpclink_id", "Invalid Vpc Link identifier specified", r => r.VpcLinks, (r, links) => r.VpcLinks = links)
    {
        Type = VpcLinkJson.Default.VpcLink,
        PageType = VpcLinkJson.Default.VpcLinks,
        Patcher = new("updateVpcLinkInput", VpcLinkJson.Default.VpcLink, PatchWording.Short, PatchRule.Replace("/name"), PatchRule.Replace("/description")),
        Check = Check,
        CheckDelete = (call, link) => link.Unless(UseRefusal(call, link)),
        Whole = link => link with { Tags = link.Tags ?? RestMaps<string>.Empty },
    };

    /// <summary>Recorded on AWS: a new one is pending, and shows no tags; the next look finds it available.</summary>
    public static Answer Create(OperationCall call) => (
        from request in call.Read(VpcLinkJson.Default.VpcLink)
        from link in Check(New(request))
        select Parts.Keep(call, link.Id!, link) with { Status = "PENDING", StatusMessage = null }).Answer(202, VpcLinkJson.Default.VpcLink);

    private static VpcLink New(VpcLink request) => request with
    {
        Id = Ids.Part(),
        Status = "AVAILABLE",
        StatusMessage = "Your vpc link is ready for use",
        Tags = RestMaps<string>.NullIfEmpty(request.Tags),
    };

    /// <summary>The words are not recorded.</summary>
    private static Outcome<VpcLink> Check(VpcLink link) => link.Unless(link switch
    {
        { Name: null or "" } => Answer.BadRequest("Vpc Link name cannot be blank"),
        { TargetArns: not [_] } => Answer.BadRequest("Vpc Link must have exactly one target ARN"),
        { TargetArns: [var arn] } when arn.Split(':', 6) is not ["arn", _, "elasticloadbalancing", _, _, _] => Answer.BadRequest($"Invalid target ARN specified: {arn}"),
        _ => null,
    });

    private static Answer? UseRefusal(OperationCall call, VpcLink link)
    {
        var user = call.Region.RestApis.Values.SelectMany(a => a.Content.Methods()).FirstOrDefault(m => m.Method.MethodIntegration?.ConnectionId == link.Id);
        return user is null ? null // the words are not recorded
            : Answer.BadRequest($"Cannot delete vpc link. Vpc link '{link.Id}', is referenced in [{user.Method.HttpMethod}:{user.Resource.Id}]");
    }
}

/// <summary>How the shape is read and written: no member is written that is not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VpcLink))]
[JsonSerializable(typeof(Page<VpcLink>), TypeInfoPropertyName = "VpcLinks")]
internal sealed partial class VpcLinkJson : JsonSerializerContext;
