using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon Cognito user pools: the calls that an application's users make. Cognito asks them for no permission.</summary>
internal static class CognitoActions
{
    private static readonly ResourceEntry UserPool = new("cognito-idp", "user pool",
        "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abcDEF123", "userpool/(?<name>[a-z0-9-]+_[0-9A-Za-z]{1,55})")
    {
        CrossAccountAdvice = "The app client decides which pool is asked, whatever its account.",
    };

    private static readonly TextShape Text = new();
    private static readonly MapShape Texts = new(Text, 100);
    private static readonly ParameterEntry ClientId = new("ClientId", TextShape.UpTo(128), Required: true);
    private static readonly ParameterEntry Username = new("Username", TextShape.UpTo(128), Required: true);
    private static readonly ParameterEntry Password = new("Password", TextShape.UpTo(256), Required: true);
    private static readonly ParameterEntry Code = new("ConfirmationCode", TextShape.UpTo(2048), Required: true);
    private static readonly ParameterEntry SecretHash = new("SecretHash", TextShape.UpTo(128));
    private static readonly ParameterEntry Metadata = new("ClientMetadata", Texts);
    private static readonly ParameterEntry Token = new("AccessToken", Text, Required: true);
    private static readonly ListShape Attributes = new(new StructShape([new("Name", TextShape.UpTo(32), Required: true), new("Value", TextShape.UpTo(2048))]), 50);

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("InitiateAuth",
            [
                ClientId,
                new("AuthFlow", TextShape.OneOf("USER_AUTH", "USER_PASSWORD_AUTH", "USER_SRP_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", "CUSTOM_AUTH"), Required: true),
                new("AuthParameters", Texts), Metadata, new("Session", Text),
            ],
            """
            {"ClientId": "1example23456789", "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": {"USERNAME": "$request.body.username", "PASSWORD": "$request.body.password"}}
            """),
        Entry("RespondToAuthChallenge",
            [ClientId, new("ChallengeName", Text, Required: true), new("ChallengeResponses", Texts), new("Session", Text), Metadata],
            """
            {"ClientId": "1example23456789", "ChallengeName": "SMS_MFA", "Session": "$request.body.session",
             "ChallengeResponses": {"USERNAME": "$request.body.username", "SMS_MFA_CODE": "$request.body.code"}}
            """),
        Entry("SignUp", [ClientId, Username, Password, new("UserAttributes", Attributes), new("ValidationData", Attributes), SecretHash, Metadata],
            """
            {"ClientId": "1example23456789", "Username": "$request.body.email", "Password": "$request.body.password",
             "UserAttributes": [{"Name": "email", "Value": "$request.body.email"}]}
            """),
        Entry("ConfirmSignUp", [ClientId, Username, Code, new("ForceAliasCreation", new BooleanShape()), SecretHash, Metadata],
            """{"ClientId": "1example23456789", "Username": "$request.body.email", "ConfirmationCode": "$request.body.code"}"""),
        Entry("ResendConfirmationCode", [ClientId, Username, SecretHash, Metadata], """{"ClientId": "1example23456789", "Username": "$request.body.email"}"""),
        Entry("ForgotPassword", [ClientId, Username, SecretHash, Metadata], """{"ClientId": "1example23456789", "Username": "$request.body.email"}"""),
        Entry("ConfirmForgotPassword", [ClientId, Username, Code, Password, SecretHash, Metadata],
            """
            {"ClientId": "1example23456789", "Username": "$request.body.email", "ConfirmationCode": "$request.body.code", "Password": "$request.body.password"}
            """),
        Entry("RevokeToken", [ClientId, new("Token", Text, Required: true), new("ClientSecret", Text)], """{"ClientId": "1example23456789", "Token": "$request.body.refreshToken"}"""),
        Entry("GetUser", [Token], """{"AccessToken": "$request.header.X-Access-Token"}"""),
        Entry("ChangePassword", [Token, new("PreviousPassword", Text), new("ProposedPassword", Text, Required: true)],
            """{"AccessToken": "$request.header.X-Access-Token", "PreviousPassword": "$request.body.old", "ProposedPassword": "$request.body.new"}"""),
        Entry("GlobalSignOut", [Token], """{"AccessToken": "$request.header.X-Access-Token"}"""),
    ];

    private static ActionEntry Entry(string name, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"cognito-idp:{name}",
        Resource = UserPool,
        Parameters = parameters,
        Rest = RestCall.Json(RestProtocol.Json11, "cognito-idp", "AWSCognitoIdentityProviderService", name),
        Permissions = [],
        Responses =
        [
            // Whether a user exists is not the caller's to find out.
            new() { When = ResponseCondition.Error("NotAuthorized*", "UserNotFound*"), Status = 401 },
            new() { When = ResponseCondition.Error("UsernameExists*"), Status = 409 },
        ],
        Example = example,
    };
}
