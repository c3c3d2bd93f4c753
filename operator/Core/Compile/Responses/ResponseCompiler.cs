using System.Globalization;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>
/// From rules to the integration responses of a REST API. API Gateway chooses one by the backend's status, so there is one for each part of the statuses that
/// the rules tell apart, and one without a pattern for the rest; within a part a template tells the rules apart.
/// </summary>
internal static class ResponseCompiler
{
    private const string Json = "application/json";

    /// <summary>Statuses to file an answer under when all that its rules give are taken; the template sets the real one.</summary>
    private static readonly int[] Spares = [200, 400, 404, 409, 429, 500, 502, 503];

    /// <summary>What a function's error message is matched with: anything, over all lines.</summary>
    private const string AnyMessage = @"(.|\n)+";

    /// <summary>The responses of rules that are already checked, of which one takes every answer of each part.</summary>
    public static ValueList<IntegrationResponseModel> Compile(IEnumerable<AnswerRule> rules, ErrorStyle style)
    {
        var all = rules.ToList();
        var taken = new HashSet<int>();
        return Parts(all, style).Select(part => Response(part.Pattern, Chain(all, part.Statuses), style, taken))
            .OrderBy(r => r.StatusCode, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>The one response of a mock, whose status is known beforehand.</summary>
    public static ValueList<IntegrationResponseModel> OfMock(IEnumerable<AnswerRule> rules, int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        var rule = rules.Append(new AnswerRule(text, [], Math.Max(status, 200), default, CatalogueRules.DefaultBody(status))).First(r => r.AppliesTo(text));
        return [Response(null, [rule with { Body = rule.Body is PassedBody ? new NoBody() : rule.Body }], ErrorStyle.None, [])];
    }

    /// <summary>The parts of the answers, and how API Gateway finds them; exactly one has no pattern.</summary>
    private static IEnumerable<(string? Statuses, string? Pattern)> Parts(List<AnswerRule> rules, ErrorStyle style)
    {
        // Of a function API Gateway sees no status: what has an error message failed, and the rest is a success.
        if (style == ErrorStyle.Lambda) return [(StatusSet.Success, null), (null, AnyMessage)];
        var parts = StatusSet.PartsOf(rules);
        return parts.OrderBy(p => p == StatusSet.Success ? 0 : StatusSet.IsClass(p) ? 2 : 1).Select(p => ((string?)p, (string?)StatusSet.Pattern(p, parts))).Append((null, null));
    }

    /// <summary>The rules for one part, down to the first that takes every answer of it.</summary>
    private static ValueList<AnswerRule> Chain(List<AnswerRule> rules, string? part)
    {
        var chain = new List<AnswerRule>();
        foreach (var rule in rules.Where(r => r.AppliesTo(part)))
        {
            chain.Add(rule);
            if (rule.Tests.Count == 0) break;
        }
        return chain.ToValueList();
    }

    private static IntegrationResponseModel Response(
        string? pattern, ValueList<AnswerRule> chain, ErrorStyle style, HashSet<int> taken)
    {
        var status = chain.Reverse().Select(r => r.Status).Concat(Spares).Concat(Enumerable.Range(200, 400)).First(taken.Add);
        var mapped = HeaderMapping.Of(chain);
        var template = ResponseTemplate.Write(chain, status, mapped, style);
        return new IntegrationResponseModel
        {
            StatusCode = status.ToString(CultureInfo.InvariantCulture),
            SelectionPattern = pattern,
            ResponseParameters = mapped.Select(h => KeyValuePair.Create($"method.response.header.{h.Key}", h.Value)).ToValueMap(),
            ResponseTemplates = template is null ? default : ValueMap.Of((Json, template)),
        };
    }
}
