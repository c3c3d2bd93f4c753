using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>Reads one response of a manifest.</summary>
internal sealed class ResponseReader(ExpressionScope scope, ErrorStyle style, bool hasAnswer, DiagnosticBag diagnostics)
{
    private readonly BodyReader bodies = new(scope, diagnostics, hasAnswer ? BodyPlace.Response : BodyPlace.Mock);

    /// <summary>The rule, or null with the reasons in the diagnostics.</summary>
    public AnswerRule? Read(RouteResponse? response, string field)
    {
        if (response is null) return Wrong(field, "A response is empty: give at least status.");
        if (response.Status is < 200 or > 599) return Wrong($"{field}.status", $"{response.Status} is no status that a client can get: give one from 200 to 599.");
        var tests = Tests(response.When, $"{field}.when");
        var headers = Headers(response.Headers, $"{field}.headers");
        var body = response.Body switch
        {
            null => CatalogueRules.DefaultBody(response.Status),
            JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0 => new NoBody(),
            var tree => bodies.Read(tree, $"{field}.body"),
        };
        return tests is null || headers is null || body is null ? null : new AnswerRule(Statuses(response.When), tests.Value, response.Status, headers.Value, body);
    }

    private static string? Statuses(ResponseWhen? when) => when?.Status ?? (when?.Error is null ? StatusSet.Success : null);

    private ValueList<AnswerTest>? Tests(ResponseWhen? when, string field)
    {
        var errors = diagnostics.Errors;
        if (when?.Status is { } status) CheckStatus(status, $"{field}.status");
        var tests = new List<AnswerTest>();
        if (when?.Error is { } error && CheckError(error, $"{field}.error") && error != "*") tests.Add(new ErrorTest([error]));
        if (when?.Body is { } body) tests.AddRange(JsonMembers.Of(body, $"{field}.body", diagnostics).Select(b => BodyTest(b.Name, b.Value, $"{field}.body")).OfType<BodyTest>());
        return diagnostics.Errors > errors ? null : tests.ToValueList();
    }

    private void CheckStatus(string status, string field)
    {
        if (!StatusSet.IsValid(status)) Wrong(field, $"\"{status}\" is neither a status, such as 404, nor a class of them, such as 4xx.");
        else if (style == ErrorStyle.Lambda) Wrong(field, "A function that is not called by proxy has no status: use when.error with its errorType, or when.body.");
    }

    private bool CheckError(string error, string field)
    {
        if (!hasAnswer) Wrong(field, "A mock has no errors: use when.status.");
        else if (!ErrorTypes.IsValid(error)) Wrong(field, $"\"{error}\" is not a type of error: letters, digits, dots, hyphens, underscores, and * for any text.");
        else if (error != "*" && ErrorTypes.Read(style) is null) Wrong(field, "The answers of this target do not say the type of an error where a template could read it: use when.status.");
        else return true;
        return false;
    }

    private BodyTest? BodyTest(string path, JsonNode? value, string field)
    {
        var at = JsonMembers.FieldOf(field, path);
        if (!hasAnswer) return WrongTest(at, "A mock has no body to look at: use when.status.");
        var (expression, fault) = ExpressionParser.Parse($"$response.body.{path}");
        if (fault is not null || expression?.Single is not ResponseBodySource source)
            return WrongTest(at, $"\"{path}\" is not a path into the answer's body: one looks like Item.state or Items[0].id.");
        if (source.Path.Any(s => s.IsQuoted)) return WrongTest(at, "The names of a path that is compared have letters, digits, hyphens and underscores.");
        if (value is JsonObject or JsonArray) return WrongTest(at, "A part of the body is compared with a text, a number, true, false, or null for nothing.");
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString();
        if (text?.All(c => c is >= ' ' and <= '~' and not ('\'' or '"' or '\\' or '$' or '#')) == false)
            return WrongTest(at, "A text that is compared holds printable ASCII without quotes, backslashes, $ and #: templates offer no escape for them.");
        return new BodyTest(source.JsonPath, text);
    }

    private ValueMap<Expression>? Headers(IReadOnlyDictionary<string, string>? headers, string field)
    {
        var errors = diagnostics.Errors;
        var read = new Dictionary<string, Expression>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in (headers ?? new Dictionary<string, string>()).OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            var at = JsonMembers.FieldOf(field, name);
            if (!HttpHeaders.IsTemplateName(name)) Wrong(at, $"\"{name}\" is not the name of a header here: a letter, then letters, digits, hyphens and underscores.");
            else if (bodies.Leaf(text ?? "", at) is { } value) Header(name, value, at, read);
        }
        return diagnostics.Errors > errors ? null : read.ToValueMap();
    }

    private void Header(string name, Expression value, string field, Dictionary<string, Expression> read)
    {
        if (HttpHeaders.FaultOfConstant(value) is { } fault) Wrong(field, fault);
        else if (value.Leaves.Any(l => l.Source is ResponseHeaderSource) && value.Single is not ResponseHeaderSource)
            Wrong(field, "A header of the answer is copied as it is, without text around it and without defaults: no template can read it.");
        else if (!read.TryAdd(name, value)) Wrong(field, $"The header {name} is there twice, in different case: give it once.");
        else if (HttpHeaders.WarningOf(name) is { } warning) diagnostics.Warn(Reasons.InvalidValue, field, warning);
    }

    private BodyTest? WrongTest(string field, string message)
    {
        Wrong(field, message);
        return null;
    }

    private AnswerRule? Wrong(string field, string message)
    {
        diagnostics.Error(Reasons.InvalidValue, field, message);
        return null;
    }
}
