using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>The rules of the catalogue, ready to be written. Their texts are the project's own: a test reads them all.</summary>
internal static class CatalogueRules
{
    private static readonly ConditionalWeakTable<ResponseRule, AnswerRule> Known = [];
    private static readonly ConditionalWeakTable<ActionEntry, StrongBox<ValueList<IntegrationResponseModel>>> Compiled = [];

    /// <summary>The integration responses of an action whose route says nothing else; all such routes share them.</summary>
    public static ValueList<IntegrationResponseModel> Responses(ActionEntry entry) =>
        Compiled.GetValue(entry, e => new(ResponseCompiler.Compile(Of(e), e.ErrorStyle))).Value;

    /// <summary>An action's own rules, then those that all share.</summary>
    public static IEnumerable<AnswerRule> Of(ActionEntry entry) => entry.Responses.Concat(ResponseDefaults.Of(entry.ErrorStyle)).Select(Read);

    /// <summary>One rule; it is the same for every route, so it is read once.</summary>
    public static AnswerRule Read(ResponseRule rule) => Known.GetValue(rule, Parse);

    private static AnswerRule Parse(ResponseRule rule)
    {
        var diagnostics = new DiagnosticBag();
        var reader = new BodyReader(null, diagnostics);
        var headers = rule.Headers.Select(h => KeyValuePair.Create(h.Key, reader.Leaf(h.Value, h.Key)!)).ToValueMap();
        var answer = new AnswerRule(Statuses(rule.When), Tests(rule.When), rule.Status, headers, Body(rule, reader)!);
        return diagnostics.HasErrors ? throw new InvalidOperationException(string.Join(' ', diagnostics.Items)) : answer;
    }

    /// <summary>What a rule that gives no body answers.</summary>
    public static BodyNode DefaultBody(int status) => status < 400 ? new PassedBody()
        : new BodyObject([new BodyMember("message", new BodyText(new Expression([new LiteralPart(ReasonPhrases.Of(status))])))]);

    private static string? Statuses(ResponseCondition? when) => when switch
    {
        null => StatusSet.Success,
        { Status: { } status } => status,
        { Errors.Count: > 0 } => null,
        _ => StatusSet.Success,
    };

    private static ValueList<AnswerTest> Tests(ResponseCondition? when) => when is null ? [] :
    [
        .. when.Errors.Count == 0 || ErrorTypes.IsAny(when.Errors) ? Array.Empty<AnswerTest>() : [new ErrorTest(when.Errors)],
        .. when.Body.Select(b => new BodyTest("$." + b.Key, b.Value)),
    ];

    private static BodyNode? Body(ResponseRule rule, BodyReader reader) => rule.Body switch
    {
        null => DefaultBody(rule.Status),
        "" => new NoBody(),
        ['$', ..] expression => reader.Read(JsonValue.Create(expression), "body"),
        var json => reader.Read(JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }), "body"),
    };
}
