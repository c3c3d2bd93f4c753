using System.Text.RegularExpressions;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>A Lambda function.</summary>
/// <param name="Function">With its version or alias.</param>
internal sealed partial record LambdaTarget(LambdaFunction Lambda, Arn Function) : Target
{
    private const string Field = "spec.target.lambda";

    /// <summary>An event that nobody waits for is answered before the function runs.</summary>
    private static readonly ValueList<ResponseRule> Taken = [new ResponseRule { Status = 202, Body = "" }];

    private bool IsProxy => Lambda.Proxy ?? true;

    /// <inheritdoc />
    public override ValueList<Permission> Permissions => [new Permission("lambda:InvokeFunction", Function.ToString())];

    /// <summary>The target, or null with the reasons in <paramref name="diagnostics"/>.</summary>
    public static LambdaTarget? Of(LambdaFunction lambda, AccountFacts account, DiagnosticBag diagnostics)
    {
        if (Fault(lambda, account, out var arn) is { } fault)
        {
            diagnostics.Error(Reasons.InvalidResource, $"{Field}.functionArn", fault);
            return null;
        }
        var qualified = arn!.Resource.Split(':').Length == 3;
        if (qualified && lambda.Qualifier is not null)
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.qualifier", $"The ARN already ends with {arn.Resource.Split(':')[2]}: say it in one of the two places.");
        if (lambda.Qualifier is { } qualifier && !Qualifier().IsMatch(qualifier))
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.qualifier", $"\"{qualifier}\" is neither a version nor an alias: letters, digits, hyphens and underscores, or $LATEST.");
        return new LambdaTarget(lambda, lambda.Qualifier is null ? arn : arn with { Resource = $"{arn.Resource}:{lambda.Qualifier}" });
    }

    /// <inheritdoc />
    public override IntegrationModel? Integrate(RouteScope route, DiagnosticBag diagnostics)
    {
        var isHttp = route.Api.Protocol == ApiProtocol.HTTP;
        Check(isHttp, diagnostics);
        if (Function.Region != route.Api.Region && ManifestRules.IsRegion(route.Api.Region))
            diagnostics.Warn(Reasons.RemoteResource, $"{Field}.functionArn", $"The function is in {Function.Region}, the API in {route.Api.Region}: every call crosses regions.");
        return isHttp ? Http(route, diagnostics) : IsProxy ? Proxy(route, diagnostics) : Custom(route, diagnostics);
    }

    private static string? Fault(LambdaFunction lambda, AccountFacts account, out Arn? arn)
    {
        const string form = "One looks like arn:aws:lambda:us-east-1:123456789012:function:my-function.";
        if (!Arn.TryParse(lambda.FunctionArn, out arn, out var fault)) return $"This is not an ARN: {fault}. {form}";
        if (arn.Service != "lambda" || !FunctionName().IsMatch(arn.Resource)) return $"This is not the ARN of a function. {form}";
        if (arn.Partition != account.Partition)
            return $"The function is of the partition {arn.Partition}, but the AwsAccount \"{account.Name}\" lies in {account.Partition}: no call goes from one to the other.";
        return !ManifestRules.IsRegion(arn.Region) || arn.Account.Length == 0 ? $"The region or the account is missing. {form}" : null;
    }

    private void Check(bool isHttp, DiagnosticBag diagnostics)
    {
        if (isHttp && !IsProxy)
            diagnostics.Error(Reasons.UnsupportedByProtocol, $"{Field}.proxy", "HTTP APIs call functions by proxy only. Leave proxy out, or use an API of protocol REST.");
        if (IsProxy && (Lambda.Body is not null || Lambda.InvocationType is not null))
            diagnostics.Error(Reasons.InvalidValue, Field, "By proxy the event is the whole request, and API Gateway waits: body and invocationType need proxy: false.");
        if (!isHttp && Lambda.PayloadFormatVersion is not null)
            diagnostics.Error(Reasons.UnsupportedByProtocol, $"{Field}.payloadFormatVersion", "Only HTTP APIs let one choose the form of the event: leave it out.");
        if (Lambda.PayloadFormatVersion is not (null or "1.0" or "2.0"))
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.payloadFormatVersion", "The form of the event is 1.0 or 2.0.");
    }

    private IntegrationModel Http(RouteScope route, DiagnosticBag diagnostics) => new()
    {
        Type = IntegrationType.AWS_PROXY,
        Uri = Function.ToString(),
        HttpMethod = "POST",
        PayloadFormatVersion = Lambda.PayloadFormatVersion ?? "2.0",
        TimeoutInMillis = route.Timeout,
        ResponseParameters = HttpResponses.Of(route, diagnostics),
    };

    private IntegrationModel Proxy(RouteScope route, DiagnosticBag diagnostics)
    {
        RouteResponses.RefuseByProxy(route, $"{Field}.proxy", diagnostics);
        return Rest(route) with { Type = IntegrationType.AWS_PROXY, PassthroughBehavior = PassthroughBehavior.WHEN_NO_MATCH };
    }

    private IntegrationModel? Custom(RouteScope route, DiagnosticBag diagnostics)
    {
        var isEvent = Lambda.InvocationType == LambdaInvocationType.Event;
        var body = Templates.Body(Lambda.Body, $"{Field}.body", route, diagnostics);
        return body is null ? null : Rest(route) with
        {
            Type = IntegrationType.AWS,
            RequestParameters = isEvent ? ValueMap.Of(("integration.request.header.X-Amz-Invocation-Type", "'Event'")) : default,
            RequestTemplates = ValueMap.Of((Templates.Json, body)),
            PassthroughBehavior = PassthroughBehavior.NEVER,
            Responses = RouteResponses.Rest(route, isEvent ? Taken : [], ErrorStyle.Lambda, diagnostics),
        };
    }

    private IntegrationModel Rest(RouteScope route) => new()
    {
        Type = IntegrationType.AWS_PROXY,
        Uri = $"arn:{Function.Partition}:apigateway:{Function.Region}:lambda:path/2015-03-31/functions/{Function}/invocations",
        HttpMethod = "POST",
        TimeoutInMillis = route.Timeout,
    };

    [GeneratedRegex(@"\Afunction:[a-zA-Z0-9_-]{1,140}(:(\$LATEST|[a-zA-Z0-9_-]{1,128}))?\z")]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"\A(\$LATEST|[a-zA-Z0-9_-]{1,128})\z")]
    private static partial Regex Qualifier();
}
