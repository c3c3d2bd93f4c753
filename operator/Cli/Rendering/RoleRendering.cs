using System.Text.Json.Nodes;
using DirectRoute.Cli.Compile;
using DirectRoute.Cli.Output;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Cli.Rendering;

/// <summary>IAM roles with their policies, as IAM is sent them.</summary>
internal static class RoleRendering
{
    /// <summary>The role that the operator makes for an API.</summary>
    public static RenderedDocument Of(RoleModel role, CompiledApi api)
    {
        var account = api.Account.Facts;
        return Of(role, $"arn:{account.Partition}:iam::{account.AccountId}:role{role.Path}{role.Name}", api.Manifest.Id.ToString());
    }

    public static RenderedDocument Of(CompiledRole role)
    {
        var (model, arn) = (role.Compilation.Model, role.Compilation.Arn!);
        return model is null ? Existing(role, arn) : Of(model, arn, role.Manifest.Id.ToString());
    }

    private static RenderedDocument Of(RoleModel role, string arn, string whose)
    {
        var document = new JsonObject { ["role"] = arn, ["trustPolicy"] = Document(role.TrustPolicy) };
        foreach (var (name, policy) in role.InlinePolicies) document[name == RoleModel.InlinePolicyName ? "policy" : $"policy {name}"] = Document(policy);
        if (role.ManagedPolicyArns.Count > 0) document["managedPolicyArns"] = new JsonArray([.. role.ManagedPolicyArns.Select(a => (JsonNode)a)]);
        if (role.PermissionsBoundary is { } boundary) document["permissionsBoundary"] = boundary;
        return new RenderedDocument(Title(whose), document, Text(role, arn));
    }

    /// <summary>A role that somebody else manages: the operator only tells what it must allow.</summary>
    private static RenderedDocument Existing(CompiledRole role, string arn)
    {
        var needs = role.Compilation.Grants;
        var document = new JsonObject
        {
            ["role"] = arn,
            ["needs"] = new JsonArray([.. needs.Select(g => (JsonNode)new JsonObject { ["action"] = g.Permission.Action, ["resource"] = g.Permission.Resource })]),
        };
        var text = new IndentedText();
        text.Field("role", arn);
        text.Field("managed by", "somebody else");
        foreach (var grant in needs) text.Field("must allow", $"{grant.Permission.Action} on {grant.Permission.Resource}");
        text.Line();
        return new RenderedDocument(Title(role.Manifest.Id.ToString()), document, text.ToString());
    }

    private static string Text(RoleModel role, string arn)
    {
        var text = new IndentedText();
        text.Field("role", arn);
        text.Field("boundary", role.PermissionsBoundary);
        foreach (var managed in role.ManagedPolicyArns) text.Field("attached", managed);
        foreach (var (name, policy) in role.InlinePolicies) text.Block($"policy {name}", Pretty(policy));
        text.Block("trust policy", Pretty(role.TrustPolicy));
        text.Line();
        return text.ToString();
    }

    private static string Title(string whose) => $"IAM role of {whose}";

    private static JsonNode Document(PolicyModel policy) => JsonNode.Parse(PolicyDocument.Write(policy))!;

    private static string Pretty(PolicyModel policy) => JsonText.Write(json => Document(policy).WriteTo(json));
}
