using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>Headers that API Gateway sets by parameter mapping, without a template.</summary>
internal static class HeaderMapping
{
    /// <summary>The value as a parameter mapping; null when only a template can write it.</summary>
    public static string? Of(Expression value) => value.Single switch
    {
        ResponseHeaderSource header => $"integration.response.header.{header.Name}",
        ContextSource context => $"context.{context.Name}",
        StageVariableSource variable => $"stageVariables.{variable.Name}",
        _ => value.Constant is { } constant ? $"'{constant}'" : null,
    };

    /// <summary>
    /// The headers of a chain of rules that are mapped, by name: all that can be when there is one rule, else those that no template can write, which are
    /// those that copy a header of the backend.
    /// </summary>
    public static ValueMap<string> Of(ValueList<AnswerRule> chain) => chain
        .SelectMany(r => r.Headers)
        .Where(h => chain.Count == 1 || h.Value.Single is ResponseHeaderSource)
        .Select(h => (h.Key, Mapping: Of(h.Value))).Where(h => h.Mapping is not null)
        .DistinctBy(h => h.Key, StringComparer.Ordinal)
        .Select(h => KeyValuePair.Create(h.Key, h.Mapping!)).ToValueMap();
}
