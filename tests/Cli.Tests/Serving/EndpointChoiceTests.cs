using DirectRoute.Cli.CommandLine;
using DirectRoute.Cli.Input;
using DirectRoute.Local;

namespace DirectRoute.Cli.Tests.Serving;

public sealed class EndpointChoiceTests
{
    private const int Port = 4599;

    [Fact]
    public void Of_Nothing_IsNowhere() => Assert.Equal(ServiceEndpoint.None, Of(null).Endpoint);

    [Fact]
    public void Of_Variable_IsThatEmulator() =>
        Assert.Equal((ServiceEndpoint.At(new Uri("http://moto:5000")), "AWS_ENDPOINT_URL"), Pair(Of(null, ("AWS_ENDPOINT_URL", "http://moto:5000"))));

    [Fact]
    public void Of_Option_GoesBeforeTheVariable() =>
        Assert.Equal((ServiceEndpoint.At(new Uri("http://a:1")), "--endpoint-url"), Pair(Of("http://a:1", ("AWS_ENDPOINT_URL", "http://b:2"))));

    [Fact]
    public void Of_Aws_IsAwsWhateverTheVariableSays() => Assert.Equal(ServiceEndpoint.Aws, Of("aws", ("AWS_ENDPOINT_URL", "http://b:2")).Endpoint);

    [Fact]
    public void Of_VariableThatIsThisGateway_IsNowhereAndSaysSo()
    {
        var choice = Of(null, ("AWS_ENDPOINT_URL", "http://localhost:4599"));

        Assert.Equal((ServiceEndpoint.None, "AWS_ENDPOINT_URL is this gateway itself"), Pair(choice));
    }

    [Theory]
    [InlineData("localhost:5000")]
    [InlineData("ftp://a")]
    [InlineData("http://user:secret@a")]
    [InlineData("http://a?b")]
    [InlineData("AWS")]
    public void Of_NoUrl_IsRefused(string text)
    {
        Assert.Throws<InputException>(() => Of(text));
        Assert.Throws<InputException>(() => Of(null, ("AWS_ENDPOINT_URL", text)));
    }

    [Fact]
    public async Task Credentials_OfAnEmulator_AreTheEnvironmentsOrMadeUp()
    {
        var own = Of("http://a:1", ("AWS_ACCESS_KEY_ID", "AKIA1"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_SESSION_TOKEN", "t"));

        Assert.Equal(new ServiceCredentials("AKIA1", "s", "t"), (await own.Credentials.GetAsync(default)).Credentials);
        Assert.Equal(new ServiceCredentials("local", "local", null), (await Of("http://a:1", ("AWS_ACCESS_KEY_ID", "AKIA1")).Credentials.GetAsync(default)).Credentials);
    }

    private static (ServiceEndpoint, string) Pair(EndpointChoice choice) => (choice.Endpoint, choice.Source);

    private static EndpointChoice Of(string? option, params (string Name, string Value)[] variables) =>
        EndpointChoice.Of(option, name => variables.FirstOrDefault(v => v.Name == name).Value, Port);
}
