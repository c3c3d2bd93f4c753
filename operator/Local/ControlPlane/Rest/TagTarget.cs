using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Http;
using DirectRoute.Local.ControlPlane.Rest.UsagePlans;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Something that has tags.</summary>
/// <param name="Tags">The tags that it has.</param>
/// <param name="Keep">Gives it others.</param>
internal sealed record TagTarget(ImmutableSortedDictionary<string, string> Tags, Func<ImmutableSortedDictionary<string, string>, object> Keep)
{
    /// <summary>What the ARN of the path names, such as <c>arn:aws:apigateway:us-east-1::/restapis/{id}/stages/{name}</c>.</summary>
    public static Outcome<TagTarget> Find(OperationCall call)
    {
        var arn = call.Path["resource_arn"].Split(':', 6);
        if (arn is not ["arn", _, "apigateway", _, _, var resource]) return Answer.BadRequest("Invalid ARN specified in the request");
        return (arn[3] == call.Region.Region ? Find(call, resource.Trim('/').Split('/')) : null).Or(Answer.NotFound("Invalid resource specified in the ARN")); // not recorded
    }

    private static TagTarget? Find(OperationCall call, string[] resource) => resource switch
    {
        ["restapis", var id] => Api(call, id),
        ["restapis", var id, "stages", var name] => Stage(call, id, name),
        ["apis", var id] => HttpApi(call, id),
        ["apis", var id, "stages", var name] => HttpStage(call, id, name),
        ["apikeys", var id] => Key(call, id),
        ["usageplans", var id] => Plan(call, id),
        ["vpclinks", var id] => Link(call, id) ?? HttpLink(call, id),
        ["clientcertificates", var id] => Certificate(call, id),
        _ => null,
    };

    private static TagTarget? Api(OperationCall call, string id) => call.Region.RestApis.TryGetValue(id, out var api)
        ? Of(api.Api.Tags, tags => call.Keep(api with { Api = api.Api with { Tags = tags } })) : null;

    private static TagTarget? Stage(OperationCall call, string id, string name) => call.Region.RestApis.TryGetValue(id, out var api) && api.Stages.TryGetValue(name, out var stage)
        ? Of(stage.Tags, tags => call.Keep(api with { Stages = api.Stages.SetItem(name, stage with { Tags = tags }) })) : null;

    private static TagTarget? Key(OperationCall call, string id) => call.Region.ApiKeys.ById.TryGetValue(id, out var key)
        ? Of(key.Tags, tags => ApiKeyOperations.Keep(call, key with { Tags = tags })) : null;

    private static TagTarget? Plan(OperationCall call, string id) => call.Region.UsagePlans.TryGetValue(id, out var plan)
        ? Of(plan.Plan.Tags, tags => call.Keep(plan with { Plan = plan.Plan with { Tags = tags } })) : null;

    private static TagTarget? Link(OperationCall call, string id) => call.Region.VpcLinks.TryGetValue(id, out var link)
        ? Of(link.Tags, tags => call.Region.VpcLinks = call.Region.VpcLinks.SetItem(id, link with { Tags = tags })) : null;

    private static TagTarget? Certificate(OperationCall call, string id) => call.Region.ClientCertificates.TryGetValue(id, out var certificate)
        ? Of(certificate.Tags, tags => call.Region.ClientCertificates = call.Region.ClientCertificates.SetItem(id, certificate with { Tags = tags })) : null;

    private static TagTarget? HttpApi(OperationCall call, string id) => call.Region.HttpApis.TryGetValue(id, out var api)
        ? new(api.Api.Tags!, tags => call.Keep(api with { Api = api.Api with { Tags = tags } })) : null;

    private static TagTarget? HttpStage(OperationCall call, string id, string name) => call.Region.HttpApis.TryGetValue(id, out var api) && api.Stages.TryGetValue(name, out var stage)
        ? new(stage.Tags!, tags => call.Keep(api with { Stages = api.Stages.SetItem(name, stage with { Tags = tags }) })) : null;

    private static TagTarget? HttpLink(OperationCall call, string id) => call.Region.HttpVpcLinks.TryGetValue(id, out var link)
        ? new(link.Tags!, tags => call.Region.HttpVpcLinks = call.Region.HttpVpcLinks.SetItem(id, link with { Tags = tags })) : null;

    /// <summary>Of REST APIs, where a map without entries is none.</summary>
    private static TagTarget Of(ImmutableSortedDictionary<string, string>? tags, Func<ImmutableSortedDictionary<string, string>?, object> keep) =>
        new(tags ?? RestMaps<string>.Empty, changed => keep(RestMaps<string>.NullIfEmpty(changed)));
}
