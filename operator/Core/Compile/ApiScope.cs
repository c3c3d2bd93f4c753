using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>What every route of an API shares.</summary>
/// <param name="Region">The API's region.</param>
/// <param name="OwnRoleArn">The ARN of the role of the routes that name none.</param>
internal sealed record ApiScope(ApiInput Input, string Region, ValueList<StageModel> Stages, string OwnRoleArn)
{
    public ApiProtocol Protocol => Input.Spec.Protocol;
    public AccountFacts Account => Input.Account;
    public string Namespace => Input.Owner.Namespace;

    /// <summary>Who owns the API, for messages.</summary>
    public string Id => $"{Input.Owner.Namespace}/{Input.Owner.Name}";
}
