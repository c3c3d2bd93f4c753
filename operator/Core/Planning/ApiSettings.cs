using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>What of an API's and a stage's settings differs; the same for both protocols.</summary>
internal static class ApiSettings
{
    public static ValueList<FieldChange> Differences(ApiModel before, ApiModel after) => new Differences()
        .Field("name", before.Name, after.Name)
        .Field("description", before.Description, after.Description)
        .Field("endpointType", before.EndpointType, after.EndpointType)
        .Field("disableExecuteApiEndpoint", before.DisableExecuteApiEndpoint, after.DisableExecuteApiEndpoint)
        .Field("apiKeySource", before.ApiKeySource, after.ApiKeySource)
        .List("binaryMediaTypes", before.BinaryMediaTypes, after.BinaryMediaTypes)
        .Field("minimumCompressionSize", before.MinimumCompressionSize, after.MinimumCompressionSize)
        .Field("policy", before.Policy, after.Policy)
        .Cors(before.Cors, after.Cors)
        .ToValueList();

    /// <summary>The change from one normal form to the other; of the policy the declared form is sent.</summary>
    public static ApiChange Change(ApiModel before, ApiModel after, ApiModel declared) => new()
    {
        Name = before.Name == after.Name ? null : after.Name,
        Description = before.Description == after.Description ? null : after.Description ?? "",
        DisableExecuteApiEndpoint = before.DisableExecuteApiEndpoint == after.DisableExecuteApiEndpoint ? null : after.DisableExecuteApiEndpoint,
        EndpointTypeBefore = before.EndpointType == after.EndpointType ? null : before.EndpointType,
        EndpointType = before.EndpointType == after.EndpointType ? null : after.EndpointType,
        ApiKeySource = before.ApiKeySource == after.ApiKeySource ? null : after.ApiKeySource,
        AddBinaryMediaTypes = after.BinaryMediaTypes.Except(before.BinaryMediaTypes, StringComparer.Ordinal).ToValueList(),
        RemoveBinaryMediaTypes = before.BinaryMediaTypes.Except(after.BinaryMediaTypes, StringComparer.Ordinal).ToValueList(),
        MinimumCompressionSize = before.MinimumCompressionSize == after.MinimumCompressionSize ? null : after.MinimumCompressionSize ?? ApiChange.NoCompression,
        Policy = before.Policy == after.Policy ? null : declared.Policy ?? "",
        Cors = before.Cors == after.Cors ? null : declared.Cors,
    };

    /// <summary>The API as it is when it was just made: its settings, and nothing else.</summary>
    public static ApiModel WithoutContent(this ApiModel api) =>
        api with { Authorizers = [], Models = [], RequestValidators = [], GatewayResponses = [], Routes = [], Stages = [] };

    public static ValueList<FieldChange> Differences(StageModel before, StageModel after) => new Differences()
        .Field("description", before.Description, after.Description)
        .Map("variables", before.Variables, after.Variables)
        .ToValueList();

    public static StageChange Change(StageModel before, StageModel after) => new()
    {
        Description = before.Description == after.Description ? null : after.Description ?? "",
        SetVariables = Changed(before.Variables, after.Variables),
        RemoveVariables = Removed(before.Variables, after.Variables),
    };

    /// <summary>Entries that are new or have another value.</summary>
    public static ValueMap<string> Changed(ValueMap<string> before, ValueMap<string> after) =>
        after.Where(e => !before.TryGetValue(e.Key, out var value) || value != e.Value).ToValueMap();

    /// <summary>Keys that are gone.</summary>
    public static ValueList<string> Removed<T>(ValueMap<T> before, ValueMap<T> after) =>
        before.Keys.Where(k => !after.ContainsKey(k)).ToValueList();

    /// <summary>Tags set and tags removed, each a call.</summary>
    public static void Tags(
        PlanBuilder plan, string subject, ValueMap<string> before, ValueMap<string> after,
        Func<ValueMap<string>, AwsCall> tag, Func<ValueList<string>, AwsCall> untag)
    {
        var changes = new Differences().Map("tags", before, after).ToValueList();
        var set = Changed(before, after);
        var removed = Removed(before, after);
        ValueList<AwsCall> calls = [.. set.Count == 0 ? [] : new[] { tag(set) }, .. removed.Count == 0 ? [] : new[] { untag(removed) }];
        plan.Update(subject, changes, calls);
    }
}
