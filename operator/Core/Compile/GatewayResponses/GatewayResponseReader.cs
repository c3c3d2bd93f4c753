using System.Globalization;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.GatewayResponses;

/// <summary>What API Gateway answers by itself. There are no templates: variables are put in without any escaping.</summary>
internal static class GatewayResponseReader
{
    private const string Field = "spec.gatewayResponses";

    /// <summary>It has quotes of its own.</summary>
    private const string MessageString = "error.messageString";

    /// <summary>Variables that hold nothing of the client's choice, so that they cannot leave the quotes around them.</summary>
    private static readonly string[] Safe =
        ["accountId", "apiId", "error.responseType", "extendedRequestId", "httpMethod", "requestId", "requestTime", "requestTimeEpoch", "resourceId", "resourcePath", "stage"];

    /// <summary>The responses in ordinal order of type.</summary>
    public static ValueList<GatewayResponseModel> Read(IReadOnlyList<GatewayResponse>? responses, DiagnosticBag diagnostics)
    {
        var read = new SortedDictionary<string, GatewayResponseModel>(StringComparer.Ordinal);
        for (var i = 0; i < (responses?.Count ?? 0); i++)
        {
            var field = $"{Field}[{i}]";
            if (responses![i] is not { } response || !Enum.IsDefined(response.Type))
                diagnostics.Error(Reasons.InvalidValue, $"{field}.type", $"The type is one of {string.Join(", ", Enum.GetNames<GatewayResponseType>())}.");
            else if (!read.TryAdd(response.Type.ToString(), Model(response, field, diagnostics)))
                diagnostics.Error(Reasons.InvalidValue, $"{field}.type", $"There are two for {response.Type}: give one.");
        }
        return read.Values.ToValueList();
    }

    private static GatewayResponseModel Model(GatewayResponse response, string field, DiagnosticBag diagnostics)
    {
        if (response.Status is < 200 or > 599) diagnostics.Error(Reasons.InvalidValue, $"{field}.status", $"{response.Status} is no status that a client can get: give one from 200 to 599.");
        if (response.Type == GatewayResponseType.REQUEST_TOO_LARGE)
            diagnostics.Warn(Reasons.InvalidValue, $"{field}.type", "API Gateway does not let the answer 413 be changed in all cases: clients may still get its own.");
        var body = response.Body is null ? null : Json(response.Body, $"{field}.body", diagnostics);
        return new GatewayResponseModel
        {
            ResponseType = response.Type.ToString(),
            StatusCode = response.Status?.ToString(CultureInfo.InvariantCulture),
            ResponseParameters = Headers(response.Headers, $"{field}.headers", diagnostics),
            ResponseTemplates = body is null ? default : ValueMap.Of(("application/json", body)),
        };
    }

    private static ValueMap<string> Headers(IReadOnlyDictionary<string, string>? headers, string field, DiagnosticBag diagnostics)
    {
        var mapped = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in (headers ?? new Dictionary<string, string>()).OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            var at = JsonMembers.FieldOf(field, name);
            var (expression, fault) = ExpressionParser.Parse(text ?? "");
            if (fault is not null) diagnostics.Error(Reasons.InvalidExpression, at, fault.Message, fault.Column);
            else if (!HttpHeaders.IsName(name)) diagnostics.Error(Reasons.InvalidValue, at, $"\"{name}\" is not the name of a header.");
            else if (HttpHeaders.FaultOfConstant(expression!) is { } constant) diagnostics.Error(Reasons.InvalidValue, at, constant);
            else if (Mapping(expression!) is { } mapping) mapped[$"gatewayresponse.header.{name}"] = mapping;
            else diagnostics.Error(Reasons.InvalidExpression, at, "Give one constant, or one of $request.header.x, $request.querystring.x, $request.path.x, $context.x and $stageVariables.x.");
        }
        return mapped.ToValueMap();
    }

    private static string? Mapping(Expression value) => (value.Cast, value.Single) switch
    {
        (not Cast.None, _) => null,
        (_, HeaderSource header) => $"method.request.header.{header.Name}",
        (_, QuerySource query) => $"method.request.querystring.{query.Name}",
        (_, PathSource path) => $"method.request.path.{path.Name}",
        (_, ContextSource context) => $"context.{context.Name}",
        (_, StageVariableSource variable) => $"stageVariables.{variable.Name}",
        _ => value.Constant is { } constant ? $"'{constant}'" : null,
    };

    /// <summary>The body, or null with the reasons in <paramref name="diagnostics"/>.</summary>
    private static string? Json(JsonNode? node, string field, DiagnosticBag diagnostics)
    {
        var reader = new BodyReader(null, diagnostics);
        return reader.Read(node, field) is { } body ? Write(body, field, diagnostics) : null;
    }

    private static string? Write(BodyNode node, string field, DiagnosticBag diagnostics) => node switch
    {
        BodyConstant constant => constant.Json,
        BodyText { Expression: { Cast: Cast.None } text } => Text(text, field, diagnostics),
        BodyObject value => $"{{{string.Join(", ", value.Members.Select(m => $"{JsonText.Quote(m.Name)}: {Write(m.Value, JsonMembers.FieldOf(field, m.Name), diagnostics)}"))}}}",
        BodyList list => $"[{string.Join(", ", list.Items.Select((item, i) => Write(item, $"{field}[{i}]", diagnostics)))}]",
        _ => Wrong(field, "API Gateway's own answers have no templates: no casts, no $forEach and no plain(...).", diagnostics),
    };

    private static string? Text(Expression text, string field, DiagnosticBag diagnostics)
    {
        if (text.Single is ContextSource { Name: MessageString }) return "$context.error.messageString";
        if (text.Single is null && text.Constant is null) return Wrong(field, "A text is either fixed or one reference: joined, API Gateway could not tell where the name ends.", diagnostics);
        foreach (var reference in text.References)
        {
            if (reference.Source is not ContextSource context || !Safe.Contains(context.Name, StringComparer.Ordinal))
                return Wrong(field, $"Nothing is escaped here, so {reference.Source} could break the body. There are $context.{MessageString} by itself, and $context. with {string.Join(", ", Safe)}.", diagnostics);
        }
        return text.Single is { } source ? $"\"{source}\"" : JsonText.Quote(text.Constant!);
    }

    private static string? Wrong(string field, string message, DiagnosticBag diagnostics)
    {
        diagnostics.Error(Reasons.InvalidExpression, field, message);
        return null;
    }
}
