using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.OpenApi;

namespace DirectRoute.Core.Tests.OpenApi;

public sealed class OutsideDocumentTests
{
    private static readonly ApiModel Api = new()
    {
        Protocol = ApiProtocol.REST,
        Region = "us-east-1",
        Name = "orders",
        EndpointType = EndpointType.EDGE,
        Tags = ValueMap.Of(("team", "shop")),
        Stages = [new() { Name = "prod" }],
        Models =
        [
            new() { Name = "Other", ContentType = "application/xml", Schema = "{}" },
            new() { Name = "Same", ContentType = "application/json", Description = "d", Schema = """{"description":"d"}""" },
        ],
    };

    [Fact]
    public void Of_RestApi_HasWhatTheDocumentHasNot()
    {
        var outside = OutsideDocument.Of(Api);

        Assert.Equal(EndpointType.EDGE, outside.EndpointType);
        Assert.Equal(Api.Tags, outside.Tags);
        Assert.Equal(Api.Stages, outside.Stages);
        Assert.Equal(ValueMap.Of(("Other", new OutsideSchema("application/xml", null))), outside.Schemas);
    }

    [Fact]
    public void Of_HttpApi_LeavesTagsToTheDocument() => Assert.Empty(OutsideDocument.Of(Api with { Protocol = ApiProtocol.HTTP }).Tags);

    [Fact]
    public void Read_WithAnotherOutside_TakesItsPart()
    {
        var read = OpenApiReader.Read(OpenApiWriter.Write(Api).Document, ApiProtocol.REST, new OutsideDocument { Region = "eu-west-1" }).Api!;

        Assert.Equal("eu-west-1", read.Region);
        Assert.Null(read.EndpointType);
        Assert.Empty(read.Stages);
        Assert.Equal(["application/json", "application/json"], read.Models.Select(m => m.ContentType));
    }
}
