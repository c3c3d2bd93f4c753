using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>What a REST method declares of its answers: API Gateway refuses a status or a header that is not.</summary>
internal static class MethodResponses
{
    /// <summary>What these integration responses need.</summary>
    public static ValueList<MethodResponseModel> Of(ValueList<IntegrationResponseModel> responses) => responses.Select(r => new MethodResponseModel
    {
        StatusCode = r.StatusCode,
        ResponseParameters = r.ResponseParameters.Keys.Select(h => KeyValuePair.Create(h, false)).ToValueMap(),
    }).ToValueList();
}
