using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>What AWS answered to a call that makes something.</summary>
public sealed record CallResult
{
    /// <summary>The id of what was made.</summary>
    public string? Id { get; init; }

    /// <summary>A new API's address.</summary>
    public string? Endpoint { get; init; }

    /// <summary>A new REST API's root resource.</summary>
    public string? RootResourceId { get; init; }

    /// <summary>When a deployment was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The answer of a call that makes nothing.</summary>
    public static CallResult None { get; } = new();
}

/// <summary>
/// Follows an API through the calls of a plan: after each one that succeeded it knows what AWS holds and which ids it gave, so that the next call
/// finds them and nobody needs to look again.
/// </summary>
public sealed partial class ApiState(ObservedApi? observed)
{
    /// <summary>What AWS holds now; null when there is no API.</summary>
    public ObservedApi? Current { get; private set; } = observed;

    /// <summary>The API's id; asking for it when there is no API is a bug.</summary>
    public string ApiId => Known.ApiId;

    private ObservedApi Known => Current ?? throw new InvalidOperationException("There is no API yet.");

    /// <summary>Notes a call that succeeded.</summary>
    public void Record(AwsCall call, CallResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Current = call switch
        {
            RestCall rest => After(rest, result),
            HttpCall http => After(http, result),
            _ => throw new ArgumentException($"{call} is no call for an API.", nameof(call)),
        };
    }

    private ObservedApi WithModel(Func<ApiModel, ApiModel> change) => Known with { Model = change(Known.Model) };

    private ObservedApi Changed(ApiChange change) => WithModel(m => m with
    {
        Name = change.Name ?? m.Name,
        Description = change.Description is null ? m.Description : NullIfEmpty(change.Description),
        DisableExecuteApiEndpoint = change.DisableExecuteApiEndpoint ?? m.DisableExecuteApiEndpoint,
        EndpointType = change.EndpointType ?? m.EndpointType,
        ApiKeySource = change.ApiKeySource ?? m.ApiKeySource,
        BinaryMediaTypes = m.BinaryMediaTypes.Except(change.RemoveBinaryMediaTypes).Concat(change.AddBinaryMediaTypes).Order(StringComparer.Ordinal).ToValueList(),
        MinimumCompressionSize = (change.MinimumCompressionSize ?? m.MinimumCompressionSize) is { } size and not ApiChange.NoCompression ? size : null,
        Cors = change.Cors ?? m.Cors,
        Policy = change.Policy is null ? m.Policy : NullIfEmpty(change.Policy),
    });

    private ObservedApi Tagged(ValueMap<string> tags) => WithModel(m => m with { Tags = m.Tags.Concat(tags).ToValueMap() });

    private ObservedApi Untagged(ValueList<string> keys) => WithModel(m => m with { Tags = m.Tags.Where(t => !keys.Contains(t.Key)).ToValueMap() });

    private ObservedApi WithRoute(RouteModel route) =>
        WithModel(m => m with { Routes = ApiPlanner.Ordered(m.Routes.Where(r => r.Key != route.Key).Append(route)) });

    private ObservedApi WithRoute(RouteKey key, Func<RouteModel, RouteModel> change) => WithRoute(change(Route(key)));

    private ObservedApi WithoutRoutes(Func<RouteModel, bool> which) =>
        WithModel(m => m with { Routes = m.Routes.Where(r => !which(r)).ToValueList() });

    private RouteModel Route(RouteKey key) => Known.Model.Routes.First(r => r.Key == key.ToString());

    private static bool Is(RouteModel route, RouteKey key) => route.Method == key.Method && route.Path == key.Path;

    private ObservedApi WithStage(StageModel stage) => WithModel(m => m with
    {
        Stages = m.Stages.Where(s => s.Name != stage.Name).Append(stage).OrderBy(s => s.Name, StringComparer.Ordinal).ToValueList(),
    });

    private ObservedApi WithStage(string name, StageChange change)
    {
        var stage = Known.Model.Stages.First(s => s.Name == name);
        return WithStage(stage with
        {
            Description = change.Description is null ? stage.Description : NullIfEmpty(change.Description),
            Variables = stage.Variables.Where(v => !change.RemoveVariables.Contains(v.Key)).Concat(change.SetVariables).ToValueMap(),
        });
    }

    private ObservedApi WithoutStage(string name) =>
        WithModel(m => m with { Stages = m.Stages.Where(s => s.Name != name).ToValueList() }) with { Deployments = Known.Deployments.Without(name) };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
