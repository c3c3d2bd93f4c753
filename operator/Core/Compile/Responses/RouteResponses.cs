using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>From a route's own responses, and what stands behind them, to the responses of a REST API.</summary>
internal static class RouteResponses
{
    private const string Field = "spec.responses";
    private const int MaxCount = 50;

    /// <summary>The integration responses of an action.</summary>
    public static ValueList<IntegrationResponseModel> Rest(RouteScope route, ActionEntry entry, DiagnosticBag diagnostics) =>
        route.Spec.Responses is { Count: > 0 } ? Rest(route, entry.Responses, entry.ErrorStyle, diagnostics) : AsText(route, CatalogueRules.Responses(entry));

    /// <summary>The integration responses.</summary>
    /// <param name="own">The rules of the target, which stand behind the route's.</param>
    public static ValueList<IntegrationResponseModel> Rest(
        RouteScope route, IEnumerable<ResponseRule> own, ErrorStyle style, DiagnosticBag diagnostics)
    {
        var given = Read(route, style, true, diagnostics);
        var behind = own.Concat(ResponseDefaults.Of(style)).Select(CatalogueRules.Read);
        return AsText(route, ResponseCompiler.Compile([.. given, .. behind], style));
    }

    /// <summary>Templates read text alone: beside a binary media type, a client that accepts it would be answered 500 instead of what a template says.</summary>
    private static ValueList<IntegrationResponseModel> AsText(RouteScope route, ValueList<IntegrationResponseModel> responses) =>
        route.Api.Input.Spec.BinaryMediaTypes is { Count: > 0 }
            ? responses.Select(r => r.ResponseTemplates.Count == 0 ? r : r with { ContentHandling = ContentHandling.CONVERT_TO_TEXT }).ToValueList()
            : responses;

    /// <summary>The integration response of a mock with this status.</summary>
    public static ValueList<IntegrationResponseModel> OfMock(RouteScope route, int status, DiagnosticBag diagnostics) =>
        ResponseCompiler.OfMock(Read(route, ErrorStyle.None, false, diagnostics), status);

    /// <summary>By proxy the answer is the backend's own.</summary>
    public static void RefuseByProxy(RouteScope route, string proxyField, DiagnosticBag diagnostics)
    {
        if (route.Spec.Responses is { Count: > 0 })
            diagnostics.Error(Reasons.InvalidValue, Field, $"By proxy the backend's answer reaches the client as it is. Leave responses out, or set {proxyField}: false.");
    }

    private static List<AnswerRule> Read(RouteScope route, ErrorStyle style, bool hasAnswer, DiagnosticBag diagnostics)
    {
        var responses = route.Spec.Responses ?? [];
        if (responses.Count > MaxCount) diagnostics.Error(Reasons.InvalidValue, Field, $"There are {responses.Count} responses; {MaxCount} are allowed.");
        var rules = new List<AnswerRule>();
        for (var i = 0; i < Math.Min(responses.Count, MaxCount); i++)
        {
            var reader = new ResponseReader(route.Expressions, style, hasAnswer, diagnostics);
            if (reader.Read(responses[i], $"{Field}[{i}]") is { } rule) rules.Add(rule);
        }
        WarnOfUnreachable(rules, responses.Count, diagnostics);
        return rules;
    }

    private static void WarnOfUnreachable(List<AnswerRule> rules, int count, DiagnosticBag diagnostics)
    {
        if (rules.Count != count) return;
        for (var i = 0; i < rules.Count; i++)
        {
            var earlier = rules.FindIndex(0, i, r => r.Tests.Count == 0 && Covers(r.Statuses, rules[i].Statuses));
            if (earlier >= 0)
                diagnostics.Warn(Reasons.InvalidValue, $"{Field}[{i}]", $"{Field}[{earlier}] takes every answer that this one could: put this one first, or leave it out.");
        }
    }

    private static bool Covers(string? whole, string? part) =>
        whole is null ? part is null || part[0] != '2' : part is not null && StatusSet.Covers(whole, part);
}
