using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on request validators.</summary>
internal static class RequestValidatorOperations
{
    public static RestParts<RestRequestValidator> Parts { get; } = new(
        "requestvalidator_id", "Invalid Request Validator identifier specified", c => c.RequestValidators, (c, validators) => c with { RequestValidators = validators })
    {
        Type = RestJson.Default.RestRequestValidator,
        PageType = RestJson.Default.RequestValidators,
        Patcher = new(
            "updateRequestValidatorInput", RestJson.Default.RestRequestValidator, PatchWording.Listing,
            PatchRule.Replace("/name"), PatchRule.Replace("/validateRequestParameters", PatchValue.Boolean), PatchRule.Replace("/validateRequestBody", PatchValue.Boolean)),
        Check = (_, validator) => Check(validator),
        CheckDelete = (call, validator) => validator.Unless(UseRefusal(call, validator)),
    };

    public static Answer Create(OperationCall call) => (
        from request in call.Read(RestJson.Default.RestRequestValidator)
        from api in call.Region.RestApis.GetValueOrDefault(call.Path["restapi_id"]).Or(Answer.BadRequest("Invalid REST API identifier specified"))
        from validator in Check(New(request))
        select Parts.Keep(call, validator.Id!, validator)).Answer(201, RestJson.Default.RestRequestValidator);

    public static RestRequestValidator New(RestRequestValidator request) => request with
    {
        Id = Ids.Part(),
        ValidateRequestBody = request.ValidateRequestBody ?? false,
        ValidateRequestParameters = request.ValidateRequestParameters ?? false,
    };

    private static Outcome<RestRequestValidator> Check(RestRequestValidator validator) =>
        validator.Unless(string.IsNullOrWhiteSpace(validator.Name) ? Answer.BadRequest("Request Validator name cannot be blank") : null);

    private static Answer? UseRefusal(OperationCall call, RestRequestValidator validator)
    {
        var user = call.Content().Methods().FirstOrDefault(m => m.Method.RequestValidatorId == validator.Id);
        return user is null ? null // the words are not recorded
            : Answer.Conflict($"Cannot delete request validator '{validator.Id}', is referenced in method request: {user.Resource.Path}/{user.Method.HttpMethod}");
    }
}
