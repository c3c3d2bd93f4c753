using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>What parameter mappings make of one message. A mapping whose source has no value writes nothing.</summary>
internal sealed record MappedParameters(ValueMap<string> Path, NamedValues Query, NamedValues Headers)
{
    public static MappedParameters Of(ValueList<ParameterMapping> mappings, MappingInput input)
    {
        var path = new Dictionary<string, string>(StringComparer.Ordinal);
        var query = new List<NameValue>();
        var headers = new List<NameValue>();
        foreach (var mapping in mappings)
        {
            foreach (var value in mapping.Source.Read(input))
            {
                if (value.Length == 0) continue;
                if (mapping.Target == ParameterTarget.Path) path[mapping.Name] = value;
                else (mapping.Target == ParameterTarget.Header ? headers : query).Add(new NameValue(mapping.Name, value));
            }
        }
        return new MappedParameters(path.Count == 0 ? default : path.ToValueMap(), NamedValues.Query(query), NamedValues.Headers(headers));
    }

    /// <summary>The same after what the request template says.</summary>
    public MappedParameters With(Overrides overrides) => overrides == Overrides.None ? this : new MappedParameters(
        overrides.RequestPath.Count == 0 ? Path : Path.Concat(overrides.RequestPath).ToValueMap(),
        overrides.RequestQueryString.Aggregate(Query, (all, entry) => all.Set(entry.Key, entry.Value)),
        overrides.RequestHeader.Aggregate(Headers, (all, entry) => all.Set(entry.Key, entry.Value)));
}
